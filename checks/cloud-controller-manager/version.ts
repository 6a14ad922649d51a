import { allApiServerVersions } from '../../src/judge/releases/api-server-versions.ts';
import { judgeSkew } from '../../src/judge/releases/skew-judgement.ts';
import { automated } from '../../src/model/check.ts';
import { each } from '../../src/model/finding.ts';
import type { Instance } from '../../src/model/views.ts';

/**
 * Images whose versions are those of Kubernetes: of the projects of Kubernetes that took up KEP 1771. Others (Hetzner, DigitalOcean, Google's)
 * have numbers of their own.
 */
const NUMBERED_AS_KUBERNETES =
  /(?:provider-aws\/|azure-|openstack-|vsphere-)cloud-controller-manager|cloud-provider-vsphere/;

export default automated({
  meta: {
    id: 'cloud-controller-manager/version',
    component: 'cloud-controller-manager',
    severity: 'medium',
    population: false,
    title: {
      holds: 'The cloud controller manager fits the API server',
      broken: 'The cloud controller manager is too old or too new for the API server',
    },
    rationale:
      "Kubernetes is tested with a cloud controller manager of the API server's minor or one before it, never a newer one. It is not part of Kubernetes' own upgrade, so that it is easily forgotten, and an old one keeps the flaws of its library.",
    remediation: {
      any: 'Set its image, or upgrade its chart, to the version that the vendor names for the minor of the cluster, after the API servers and before the kubelets.',
      k3s: 'That of k3s is part of it: upgrade the servers.',
      mayBreak: 'While it restarts load balancers do not change and new nodes stay tainted.',
    },
    references: [
      {
        title: 'Version skew policy',
        url: 'https://kubernetes.io/releases/version-skew-policy/#kube-controller-manager-kube-scheduler-and-cloud-controller-manager',
      },
      {
        title: 'KEP 1771: versions of external cloud providers',
        url: 'https://www.kubernetes.dev/resources/keps/1771/',
      },
    ],
    controls: [{ benchmark: 'NSA/CISA', number: 'Upgrading and application security' }],
    since: '0.1.0',
  },
  needs: ['settings:cloud-controller-manager', 'version'],
  wants: ['settings:kube-apiserver'],
  evaluate: (cluster, context) => {
    const { instances, none } = cluster['settings:cloud-controller-manager'];
    const servers = allApiServerVersions(cluster.version, cluster['settings:kube-apiserver']);
    return each(
      instances,
      (instance) => {
        const { subject, version } = instance;
        if (version === undefined || isNumberedAsKubernetes(instance)) {
          return judgeSkew('cloud-controller-manager', instance, servers, context);
        }
        const message = `runs ${version.value} by the count of its vendor: look up which Kubernetes that is for`;
        return { verdict: 'review', subject, evidence: version.evidence, message };
      },
      none,
    );
  },
});

/** k3s holds one of its own; else the name of the image tells. */
const isNumberedAsKubernetes = ({ subject, version }: Instance): boolean =>
  subject.kind === 'Node' ||
  version?.evidence.some((one) => one.from === 'object' && NUMBERED_AS_KUBERNETES.test(String(one.observed))) === true;
