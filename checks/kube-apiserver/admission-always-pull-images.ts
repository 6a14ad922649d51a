import { together } from '../../src/judge/evidence.ts';
import { pluginState } from '../../src/judge/settings/admission-check.ts';
import { automated, type Context } from '../../src/model/check.ts';
import { type Evidence, each, type Finding } from '../../src/model/finding.ts';
import type { Gathered } from '../../src/model/resources.ts';
import type { Instance, Instances } from '../../src/model/views.ts';

/** Values of the kubelet's policy under which an image that was pulled with credentials is not handed to pods without them. */
const VERIFYING = ['NeverVerifyPreloadedImages', 'NeverVerifyAllowlistedImages', 'AlwaysVerify'];
const POLICY = 'imagePullCredentialsVerificationPolicy';

export default automated({
  meta: {
    id: 'kube-apiserver/admission-always-pull-images',
    component: 'kube-apiserver',
    severity: 'low',
    population: false,
    title: {
      holds: 'A private image on a node is only given to pods that may pull it',
      broken: 'A private image on a node is given to any pod there',
    },
    rationale:
      'Once a private image lies on a node, any pod there can run it without the pull secret, in a cluster of several tenants also one of somebody else. The AlwaysPullImages plugin makes every start ask the registry again; kubelets from 1.35 on check the credentials of cached images themselves.',
    remediation: {
      any: 'Upgrade the kubelets to 1.35 or newer and leave imagePullCredentialsVerificationPolicy at its default.',
      kubeadm:
        'On older kubelets add AlwaysPullImages to --enable-admission-plugins in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      mayBreak:
        'With AlwaysPullImages no container starts while the registry cannot be reached, and images that were only loaded onto nodes (air-gapped clusters) do not start at all.',
    },
    references: [
      {
        title: 'AlwaysPullImages',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#alwayspullimages',
      },
      {
        title: 'Ensure image pull credential verification',
        url: 'https://kubernetes.io/docs/concepts/containers/images/#ensureimagepullcredentialverification',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.11' },
      { benchmark: 'Prowler', number: 'apiserver_always_pull_images_plugin' },
      { benchmark: 'Kubescape', number: 'C-0123' },
      { benchmark: 'Trivy', number: 'KCV-0012' },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kube-apiserver'],
  wants: ['settings:kubelet'],
  evaluate: (cluster, context) => {
    const { instances, none } = cluster['settings:kube-apiserver'];
    return each(instances, (instance) => judge(instance, cluster['settings:kubelet'], context), none);
  },
});

function judge(instance: Instance, kubelets: Gathered<Instances>, context: Context): Finding {
  const { subject } = instance;
  const state = pluginState(instance, 'AlwaysPullImages', context);
  if (!state.known) return { verdict: 'unknown', subject, evidence: [], because: state.because };
  if (state.on) return { verdict: 'pass', subject, evidence: state.evidence };
  const all = kubelets.state === 'failed' ? [] : kubelets.value.instances;
  const nodes = all.filter(({ platform }) => platform?.value !== 'virtual-kubelet');
  const policies = nodes.map((node) => node.get(POLICY));
  const seen: Evidence[] = policies.flatMap((policy) => (policy.known ? policy.evidence : []));
  const evidence = together(state.evidence, seen);
  const verifies = policies.map((policy) => (policy.known ? VERIFYING.includes(String(policy.value)) : undefined));
  if (verifies.includes(false)) {
    const message = 'AlwaysPullImages is off, and kubelets do not verify the credentials of cached images';
    return { verdict: 'fail', subject, evidence, message };
  }
  if (kubelets.state === 'whole' && verifies.length > 0 && !verifies.includes(undefined)) {
    return { verdict: 'pass', subject, evidence, message: 'the kubelets verify the credentials of cached images' };
  }
  const detail =
    'AlwaysPullImages is off, and whether every kubelet verifies the credentials of cached images was not seen';
  return { verdict: 'unknown', subject, evidence, because: { code: 'not-visible', detail } };
}
