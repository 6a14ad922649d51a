import { isPlain, named, parseEtcdUrls } from '../../src/judge/settings/etcd-urls.ts';
import { isLoopback } from '../../src/judge/settings/listen-address.ts';
import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'etcd/listen-metrics',
    component: 'etcd',
    severity: 'medium',
    population: false,
    title: {
      holds: 'etcd serves metrics on its node only, or over TLS',
      broken: 'etcd serves metrics to the network in clear text',
    },
    rationale:
      'A plain http URL in --listen-metrics-urls asks for no login. It tells names of resources, their number and the health of the store, and can be asked often enough to slow etcd down.',
    remediation: {
      kubeadm:
        'Set --listen-metrics-urls=http://127.0.0.1:2381 in /etc/kubernetes/manifests/etcd.yaml on each control-plane node.',
      k3s: 'Remove etcd-expose-metrics from the configuration of the servers.',
      mayBreak:
        'Monitoring that reads port 2381 over the network gets nothing: let an agent on the node read it, or use an https URL and client certificates.',
    },
    references: [{ title: 'Configuration options of etcd', url: 'https://etcd.io/docs/v3.6/op-guide/configuration/' }],
    since: '0.1.0',
  },
  view: 'settings:etcd',
  setting: 'listen-metrics-urls',
  expected: 'not set, loopback or https',
  passes: (value) => {
    const urls = parseEtcdUrls(value);
    if (urls === undefined) return notUnderstood(`"${value}" is no list of URLs`);
    return urls.every((url) => !isPlain(url) || (url.address !== undefined && isLoopback(url.address)));
  },
  broken: (value) => `serves metrics on ${named(parseEtcdUrls(value)?.filter(isPlain) ?? [])}`,
});
