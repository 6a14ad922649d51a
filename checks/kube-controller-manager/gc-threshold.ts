import { judgeController } from '../../src/judge/settings/controllers.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingsCheck({
  meta: {
    id: 'kube-controller-manager/gc-threshold',
    component: 'kube-controller-manager',
    severity: 'low',
    population: false,
    title: {
      holds: 'Pods that ended are removed beyond a limit',
      broken: 'Pods that ended are never removed, or only beyond a high limit',
    },
    rationale:
      'Pods that ended stay in etcd until somebody deletes them. From --terminated-pod-gc-threshold on (12500 by default) the controller manager deletes the oldest; with 0 or less it never does, and whoever can create pods can fill the store.',
    remediation: {
      kubeadm:
        'Remove --terminated-pod-gc-threshold from /etc/kubernetes/manifests/kube-controller-manager.yaml, or set it to at most 12500; remove -pod-garbage-collector-controller from --controllers.',
      k3s: 'Remove terminated-pod-gc-threshold from kube-controller-manager-arg, or set it to at most 12500.',
      mayBreak: 'Ended pods beyond the limit go, and their logs with them.',
    },
    references: [
      {
        title: 'Garbage collection of pods',
        url: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-garbage-collection',
      },
      {
        title: 'kube-controller-manager flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.3.1' },
      { benchmark: 'Prowler', number: 'controllermanager_garbage_collection' },
      { benchmark: 'Kubescape', number: 'C-0144' },
      { benchmark: 'Trivy', number: 'KCV-0033' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-controller-manager',
  settings: { 'terminated-pod-gc-threshold': '1 to 12500' },
  judge: (found, instance) => {
    const limit = Number(found['terminated-pod-gc-threshold'].value);
    if (limit < 1) return { verdict: 'fail', message: `pods that ended are never removed (${limit})` };
    if (limit > 12500) return { verdict: 'fail', message: `pods that ended are removed beyond ${limit} only` };
    return judgeController(instance, COLLECTOR);
  },
});

/** The controller's name, and what it was called before 1.28. */
const COLLECTOR = ['pod-garbage-collector-controller', 'podgc'];
