import { parseDuration } from '../../src/judge/go-duration.ts';
import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

const SECOND = 1000;
const SECONDS = 300;

export default settingCheck({
  meta: {
    id: 'kube-apiserver/request-timeout',
    component: 'kube-apiserver',
    severity: 'low',
    population: false,
    title: {
      holds: 'Requests to the API server end within five minutes',
      broken: 'Requests to the API server may take too long, or have no time at all',
    },
    rationale:
      'A request holds memory and a place in the queue until it ends. The limit, a minute unless set, keeps slow or stuck clients from tying up the API server; somebody who wants it out of service needs few requests where they may run for an hour. Watches, logs and exec sessions have limits of their own.',
    remediation: {
      kubeadm:
        'Remove --request-timeout from /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node (it is 60 seconds then), or set it to 5m0s at most.',
      k3s: 'Remove request-timeout from kube-apiserver-arg.',
      mayBreak: 'Lists of very many objects over slow connections are cut off: ask for them in pages.',
    },
    references: [
      {
        title: 'kube-apiserver flags',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.20' },
      { benchmark: 'Prowler', number: 'apiserver_request_timeout_set' },
      { benchmark: 'Kubescape', number: 'C-0134' },
      { benchmark: 'DISA STIG', number: 'V-242438' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  setting: 'request-timeout',
  expected: 'between 1s and 5m0s',
  passes: (value) => {
    const limit = parseDuration(String(value));
    if (limit === undefined) return notUnderstood(`"${value}" is no duration`);
    return limit >= SECOND && limit <= SECONDS * SECOND;
  },
  // 0 does not stand for no limit: the deadline of each request is then its beginning.
  broken: (value) =>
    (parseDuration(String(value)) ?? 0) < SECOND
      ? `requests end after ${value}, before they are answered`
      : `a request may take ${value}`,
});
