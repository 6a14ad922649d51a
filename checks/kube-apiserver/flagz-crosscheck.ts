import { together } from '../../src/judge/evidence.ts';
import { automated } from '../../src/model/check.ts';
import { each, type Finding } from '../../src/model/finding.ts';
import type { Gathered } from '../../src/model/resources.ts';
import type { FlagDrift, Instance } from '../../src/model/views.ts';

const SHOWN = 3;

export default automated({
  meta: {
    id: 'kube-apiserver/flagz-crosscheck',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'The API server runs with the flags in its pod',
      broken: 'The API server runs with other flags than its pod shows',
    },
    rationale:
      'What the API shows of a static pod is a copy. A server that runs with other flags was started from a manifest that has changed since, or the copy was made to look well: whoever reads it, and most checks do, is misled.',
    remediation: {
      kubeadm:
        'Compare /etc/kubernetes/manifests/kube-apiserver.yaml on the node named here with the command line of the process (ps -ww -C kube-apiserver -o args), find out who changed it, and restart the kubelet so that the pod is made anew.',
      mayBreak: 'The API server of that node is away while it restarts.',
    },
    references: [
      { title: 'z-pages', url: 'https://kubernetes.io/docs/reference/instrumentation/zpages/' },
      { title: 'Static pods', url: 'https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/' },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kube-apiserver'],
  wants: ['flag-drift'],
  evaluate: ({ 'settings:kube-apiserver': { instances, none }, 'flag-drift': drift }) =>
    each(instances, (instance) => judge(instance, drift), none),
});

function judge({ subject }: Instance, drift: Gathered<FlagDrift>): Finding {
  if (drift.state === 'failed') return { verdict: 'unknown', subject, evidence: [], because: drift.failure };
  const { subject: answering, equal, differing } = drift.value;
  if (answering.name !== subject.name || answering.namespace !== subject.namespace) {
    const detail = 'another API server answered /flagz, so that it does not show how this one runs';
    return { verdict: 'unknown', subject, evidence: [], because: { code: 'not-visible', detail } };
  }
  const [first, ...rest] = differing;
  if (first !== undefined) {
    const evidence = together(
      first.running.evidence,
      ...[first, ...rest].map(({ given }) => given.evidence),
      ...rest.map(({ running }) => running.evidence),
    );
    const message = `runs with other values of ${differing.map(({ flag }) => `--${flag}`).join(', ')}`;
    return { verdict: 'fail', subject, evidence, message };
  }
  const [one, ...others] = equal;
  if (one === undefined) {
    const because = { code: 'not-visible', detail: 'no flag of the pod can be compared with /flagz' } as const;
    return { verdict: 'unknown', subject, evidence: [], because };
  }
  const evidence = together(one.running.evidence, ...others.slice(0, SHOWN - 1).map(({ running }) => running.evidence));
  return { verdict: 'pass', subject, evidence, message: `${equal.length} flags are the same at /flagz and in the pod` };
}
