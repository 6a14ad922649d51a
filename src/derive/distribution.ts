import type { Evidences, Https } from '../model/finding.ts';
import type { ClusterIdentity, ResourceKey } from '../model/resources.ts';
import { type AllResources, MANAGED_PLANE_INPUTS, managedPlane } from './managed-plane.ts';
import { evidenceOf, SIGN_INPUTS, type Sign } from './signs.ts';

/** A way to build a cluster, and what shows it. */
export interface Distribution {
  readonly name: string;
  readonly sign: Sign;
  readonly source: Https;
}

const version = (name: string, pattern: RegExp, source: Https): Distribution => ({
  name,
  sign: { from: 'version', pattern },
  source,
});

/** The API group that only OpenShift serves. */
export const OPENSHIFT_GROUP = 'config.openshift.io/v1';

/** What users run themselves; the first that shows is it. Several are made with kubeadm, and Rancher looks after clusters of others. */
export const DISTRIBUTIONS: readonly Distribution[] = [
  {
    name: 'OpenShift',
    sign: { from: 'group', groupVersion: OPENSHIFT_GROUP },
    source: 'https://docs.redhat.com/en/documentation/openshift_container_platform/4.19/html/config_apis/config-apis',
  },
  version('k3s', /\+k3s\d+$/, 'https://docs.k3s.io/release-notes-old'),
  version('RKE2', /\+rke2r\d+$/, 'https://docs.rke2.io/upgrades/manual_upgrade'),
  version('k0s', /\+k0s(?:\.\d+)?$/, 'https://docs.k0sproject.io/stable/worker-node-config/'),
  version('EKS Distro', /-eks-\d+-\d+-\d+$/, 'https://distro.eks.amazonaws.com/'),
  {
    name: 'Talos',
    sign: { from: 'node', pointer: '/status/nodeInfo/osImage', pattern: /^Talos \(/ },
    source: 'https://github.com/siderolabs/talos',
  },
  {
    name: 'MicroK8s',
    sign: { from: 'node-label', label: 'microk8s.io/cluster' },
    source: 'https://github.com/canonical/microk8s/pull/314',
  },
  {
    name: 'kind',
    sign: { from: 'node', pointer: '/spec/providerID', pattern: /^kind:\/\// },
    source: 'https://github.com/kubernetes-sigs/kind/pull/1805',
  },
  {
    name: 'minikube',
    sign: { from: 'node-label', label: 'minikube.k8s.io/name' },
    source: 'https://minikube.sigs.k8s.io/docs/',
  },
  {
    name: 'kubeadm',
    sign: { from: 'kubeadm-config' },
    source: 'https://kubernetes.io/docs/reference/setup-tools/kubeadm/implementation-details/',
  },
  {
    name: 'Rancher',
    sign: { from: 'namespace', name: 'cattle-system' },
    source: 'https://ranchermanager.docs.rancher.com/reference-guides/rancher-manager-architecture',
  },
];

/** What tells the distribution. */
export const DISTRIBUTION_INPUTS = [
  ...new Set([...MANAGED_PLANE_INPUTS, ...SIGN_INPUTS.all]),
] as const satisfies readonly ResourceKey[];

/** The Kubernetes distribution for the report and where it shows; undefined where nothing tells. */
export function distribution(
  resources: AllResources,
  cluster: ClusterIdentity,
): { readonly name: string; readonly evidence: Evidences } | undefined {
  const plane = managedPlane(resources, cluster);
  if (plane.state !== 'failed' && plane.value.managed === true) {
    return { name: plane.value.provider, evidence: plane.value.evidence };
  }
  for (const { name, sign } of DISTRIBUTIONS) {
    const evidence = evidenceOf(sign, resources, cluster);
    if (evidence !== undefined) return { name, evidence: [evidence] };
  }
  return undefined;
}
