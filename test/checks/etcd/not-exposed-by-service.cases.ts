import check from '../../../checks/etcd/not-exposed-by-service.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { service } from '../../support/webhooks.ts';

const port = (number: number, more: object = {}) => ({ ports: [{ port: number, protocol: 'TCP', ...more }] });
const DNS = service('kube-dns', 'kube-system', port(53));

describeCheck(check, [
  { given: 'none', objects: [DNS], expect: 'pass' },
  {
    given: 'a headless one for metrics',
    objects: [service('etcd-metrics', 'kube-system', { clusterIP: 'None', ...port(2381, { targetPort: 2381 }) })],
    expect: 'pass',
  },
  {
    given: 'one for pods',
    objects: [DNS, service('etcd', 'kube-system', port(2379))],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { name: 'etcd' }, message: /leads to etcd for every pod/ }],
  },
  {
    given: 'a port of another number that leads to it, open to the outside',
    objects: [service('etcd', 'kube-system', { type: 'NodePort', ...port(443, { targetPort: 2379 }) })],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /from outside of the cluster/ }],
  },
  {
    given: "a port of etcd's number that leads elsewhere",
    objects: [service('metrics', 'kube-system', port(2379, { targetPort: 2381 }))],
    expect: 'pass',
  },
  {
    given: 'a name for a port',
    objects: [service('etcd', 'kube-system', port(2380, { targetPort: 'peers' }))],
    expect: 'fail',
  },
  {
    given: "an application's own etcd inside of the cluster",
    objects: [service('apisix-etcd', 'apisix', port(2379))],
    expect: 'pass',
  },
  {
    given: "an application's own etcd, open to the outside",
    objects: [service('apisix-etcd', 'apisix', { type: 'LoadBalancer', ...port(2379) })],
    expect: 'pass',
    findings: [{ verdict: 'review', subject: { namespace: 'apisix' } }],
  },
  {
    given: 'an address from outside',
    objects: [service('etcd', 'kube-system', { externalIPs: ['192.0.2.1'], ...port(2379) })],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /from outside/ }],
  },
  { given: 'an odd one', objects: [service('odd', 'kube-system', { ports: 2379 })], expect: 'unknown' },
]);
