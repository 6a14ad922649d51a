import { together } from '../../src/judge/evidence.ts';
import { pluginState } from '../../src/judge/settings/admission-check.ts';
import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { type Judgement, judgeInstance } from '../../src/judge/settings/setting-checks.ts';
import { automated, type Context } from '../../src/model/check.ts';
import { each } from '../../src/model/finding.ts';
import type { Gathered } from '../../src/model/resources.ts';
import type { Instances, Setting } from '../../src/model/views.ts';

const POLICY = 'imagePullCredentialsVerificationPolicy';
const VERIFYING = ['NeverVerifyPreloadedImages', 'NeverVerifyAllowlistedImages', 'AlwaysVerify'];

export default automated({
  meta: {
    id: 'kubelet/image-credential-verification',
    component: 'kubelet',
    severity: 'low',
    population: true,
    title: {
      holds: 'A private image on a node is given only to pods that may pull it',
      broken: 'A private image on a node is given to any pod there',
    },
    rationale:
      'Once a kubelet has pulled a private image, a pod of anybody else that lands on the node and names it starts it without credentials: its code and what was baked into it are theirs. Kubelets from 1.35 on check the credentials again, unless told not to; before, the admission plugin AlwaysPullImages has each pod pull anew.',
    remediation: {
      kubeadm:
        'From 1.35 on: remove imagePullCredentialsVerificationPolicy: NeverVerify, and KubeletEnsureSecretPulledImages: false from featureGates, in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet. Before: add AlwaysPullImages to --enable-admission-plugins in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      k3s: 'From 1.35 on: remove the policy from the kubelet configuration. Before: add enable-admission-plugins=NodeRestriction,AlwaysPullImages to kube-apiserver-arg.',
      managed: 'Upgrade the node pools to 1.35 or newer, or keep tenants on node pools of their own.',
      mayBreak:
        'Pods that relied on an image that another one pulled need imagePullSecrets of their own. A kubelet keeps the record of who pulled what on the node: one that is rebuilt takes all images on its disk for preloaded. With AlwaysPullImages no container starts while the registry is away.',
    },
    references: [
      {
        title: 'Ensure image pull credential verification',
        url: 'https://kubernetes.io/docs/concepts/containers/images/#ensureimagepullcredentialverification',
      },
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kubelet'],
  wants: ['settings:kube-apiserver'],
  evaluate: (cluster, context) => {
    const { instances, none } = cluster['settings:kubelet'];
    const judge = ({ [POLICY]: policy }: Readonly<Record<typeof POLICY, Setting>>): Judgement => {
      if (VERIFYING.includes(String(policy.value))) return { verdict: 'pass' };
      if (policy.value === '' || policy.value === 'NeverVerify')
        return alwaysPulled(cluster['settings:kube-apiserver'], context);
      return { verdict: 'unknown', because: notUnderstood(`"${policy.value}" is no policy`) };
    };
    const spec = { settings: { [POLICY]: 'anything but NeverVerify' }, judge };
    return each(instances, (instance) => judgeInstance(spec, instance, context), none);
  },
});

/** Kubelets check nothing: what the API servers do instead. */
function alwaysPulled(servers: Gathered<Instances>, context: Context): Judgement {
  if (servers.state === 'failed') return { verdict: 'unknown', because: servers.failure };
  const states = servers.value.instances.map((server) => pluginState(server, 'AlwaysPullImages', context));
  const off = states.find((state) => state.known && !state.on);
  if (off?.known)
    return { verdict: 'fail', evidence: off.evidence, message: 'neither kubelets nor AlwaysPullImages see to it' };
  const hidden = states.find((state) => !state.known);
  if (hidden?.known === false) return { verdict: 'unknown', because: hidden.because };
  const [first, ...rest] = states.flatMap((state) => (state.known ? state.evidence : []));
  if (first === undefined || servers.state === 'partial') {
    const detail = 'kubelets do not check; whether all API servers have AlwaysPullImages is not visible';
    return { verdict: 'unknown', because: { code: 'not-visible', detail } };
  }
  return {
    verdict: 'pass',
    evidence: together([first], rest),
    message: 'AlwaysPullImages has every pod pull its images anew',
  };
}
