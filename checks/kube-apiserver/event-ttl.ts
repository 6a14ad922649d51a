import { parseDuration } from '../../src/judge/go-duration.ts';
import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

const HOUR = 3_600_000;

export default settingsCheck({
  meta: {
    id: 'kube-apiserver/event-ttl',
    component: 'kube-apiserver',
    severity: 'low',
    population: false,
    title: { holds: 'Events are kept for an hour or more', broken: 'Events are deleted within the hour' },
    rationale:
      'Events tell which pod was started where, what was refused and what crashed. They are often the only trace of what an intruder tried, and the API server deletes them after an hour unless told otherwise. An earlier end takes away what somebody who is called to the cluster looks at first.',
    remediation: {
      kubeadm:
        'Remove --event-ttl from /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node (it is 1h0m0s then), or set it to an hour or more. To keep events for longer, send them to a log store.',
      k3s: 'Remove event-ttl from kube-apiserver-arg, or set it to 1h or more.',
      mayBreak: 'More events lie in etcd: where there are very many it grows by some megabytes.',
    },
    references: [
      {
        title: 'kube-apiserver flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  settings: { 'event-ttl': '1h0m0s or more' },
  judge: (settings) => {
    const { value } = settings['event-ttl'];
    const time = parseDuration(String(value));
    if (time === undefined) return { verdict: 'unknown', because: notUnderstood(`"${value}" is no duration`) };
    if (time === 0) return { verdict: 'pass', message: '0 means that events are never deleted, and fill etcd' };
    return time >= HOUR ? { verdict: 'pass' } : { verdict: 'fail', message: `events are deleted after ${value}` };
  },
});
