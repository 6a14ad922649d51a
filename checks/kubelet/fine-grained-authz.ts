import { parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { gateGiven } from '../../src/judge/settings/feature-gates.ts';
import { items } from '../../src/judge/settings/observed-values.ts';
import { type Judgement, settingsCheck } from '../../src/judge/settings/setting-checks.ts';

const GATE = 'KubeletFineGrainedAuthz';
/** Minors in which the gate is there, is on by default, and can no longer be switched off. */
const ALPHA_FROM = 32;
const ON_FROM = 33;
const ALWAYS_FROM = 36;

export default settingsCheck({
  meta: {
    id: 'kubelet/fine-grained-authz',
    component: 'kubelet',
    severity: 'medium',
    population: true,
    title: {
      holds: 'Kubelets tell reading from running commands when they authorize',
      broken: 'Kubelets ask for the right to run commands where reading is meant',
    },
    rationale:
      'Without it, a program that reads the pods, health or configuration of a kubelet needs nodes/proxy, and that right also runs commands in every pod of the node. Who takes over a monitoring agent takes over the node. With it, nodes/pods, nodes/healthz and nodes/configz suffice.',
    remediation: {
      kubeadm:
        'Upgrade kubelets to 1.33 or newer and remove KubeletFineGrainedAuthz: false, and AllBeta: false, from featureGates in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet. Then replace nodes/proxy in the roles of monitoring agents by nodes/pods, nodes/healthz, nodes/configz, nodes/metrics and nodes/stats.',
      k3s: 'Remove KubeletFineGrainedAuthz=false from feature-gates in kubelet-arg.',
      managed: 'Upgrade the node pools to 1.33 or newer.',
      mayBreak:
        'Nothing: a kubelet still takes nodes/proxy where the finer right is missing. Roles may be narrowed once all kubelets have it.',
    },
    references: [
      {
        title: 'Kubelet authentication and authorization: fine-grained authorization',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/#fine-grained-authorization',
      },
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  settings: { 'authorization.mode': 'Webhook', featureGates: `${GATE} not false` },
  judge: (found, { version }): Judgement => {
    const parsed = version && parseKubernetesVersion(version.value);
    if (version === undefined || parsed === undefined) {
      const detail = 'the version of the kubelet is not known, so neither is how it authorizes';
      return { verdict: 'unknown', because: { code: 'not-visible', detail } };
    }
    const { evidence } = version;
    if (found['authorization.mode'].value === 'AlwaysAllow') {
      return { verdict: 'fail', evidence, message: 'whoever logs in may do everything (AlwaysAllow)' };
    }
    const { minor } = parsed;
    if (minor >= ALWAYS_FROM) return { verdict: 'pass', evidence };
    const gate = gateGiven(items(found.featureGates.value), GATE, minor >= ON_FROM ? 'AllBeta' : 'AllAlpha');
    if (minor >= ON_FROM) {
      if (gate !== false) return { verdict: 'pass', evidence };
      return { verdict: 'fail', evidence, message: 'the feature gate is switched off' };
    }
    if (minor >= ALPHA_FROM && gate === true) return { verdict: 'pass', evidence };
    return { verdict: 'not-applicable', evidence, because: 'kubelets have it by default from 1.33 on' };
  },
});
