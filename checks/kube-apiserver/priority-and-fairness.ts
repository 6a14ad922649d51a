import { parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { isOlder } from '../../src/judge/settings/era.ts';
import { gateGiven } from '../../src/judge/settings/feature-gates.ts';
import { items } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

const GATE = 'APIPriorityAndFairness';
/** The first minor in which the gate is no longer beta, so that --feature-gates=AllBeta=false leaves it on. */
const STABLE = '1.29';

export default settingsCheck({
  meta: {
    id: 'kube-apiserver/priority-and-fairness',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'Requests to the API server are queued fairly',
      broken: 'One client can take up the whole API server',
    },
    rationale:
      'Priority and Fairness gives each kind of client its share of the API server. Without it there are only two limits for everybody together: a controller that runs wild, or a pod that sends requests on purpose, keeps out kubelets, the controller manager and administrators alike.',
    remediation: {
      kubeadm:
        'Remove --enable-priority-and-fairness=false (and APIPriorityAndFairness=false from --feature-gates) from /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      k3s: 'Remove enable-priority-and-fairness from kube-apiserver-arg.',
      mayBreak:
        'Clients that took more than their share wait or get 429. Metrics apiserver_flowcontrol_rejected_requests_total and apiserver_flowcontrol_current_inqueue_requests show whom it concerns.',
    },
    references: [
      {
        title: 'API Priority and Fairness',
        url: 'https://kubernetes.io/docs/concepts/cluster-administration/flow-control/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  settings: { 'enable-priority-and-fairness': 'true', 'feature-gates': `${GATE} not switched off` },
  judge: (settings, { version }) => {
    if (settings['enable-priority-and-fairness'].value === false) {
      return { verdict: 'fail', message: 'it is switched off by its flag' };
    }
    const read = version && parseKubernetesVersion(version.value);
    const stage = read === undefined || isOlder(read.line, STABLE) ? 'AllBeta' : undefined;
    if (gateGiven(items(settings['feature-gates'].value), GATE, stage) !== false) return { verdict: 'pass' };
    return { verdict: 'fail', message: 'it is switched off by a feature gate' };
  },
});
