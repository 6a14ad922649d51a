import { asksForCertificates } from '../../src/judge/settings/etcd-checks.ts';
import { type EtcdUrl, isPlain, named, parseEtcdUrls } from '../../src/judge/settings/etcd-urls.ts';
import { isLoopback } from '../../src/judge/settings/listen-address.ts';
import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingsCheck({
  meta: {
    id: 'etcd/listen-metrics',
    component: 'etcd',
    severity: 'medium',
    population: false,
    title: {
      holds: 'etcd serves metrics on its node only, or to holders of its certificates',
      broken: 'etcd serves metrics to anybody on the network',
    },
    rationale:
      'A plain http URL in --listen-metrics-urls asks for no login, nor does an https URL unless etcd asks its clients for certificates. It tells names of resources, their number and the health of the store, and can be asked often enough to slow etcd down.',
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
  settings: { 'listen-metrics-urls': 'not set, loopback or https' },
  judge: ({ 'listen-metrics-urls': { value } }, instance) => {
    const urls = parseEtcdUrls(value);
    if (urls === undefined) return { verdict: 'unknown', because: notUnderstood(`"${value}" is no list of URLs`) };
    const open = urls.filter(onNetwork);
    const plain = open.filter(isPlain);
    if (plain.length > 0) return { verdict: 'fail', message: `serves metrics in clear text on ${named(plain)}` };
    if (open.length === 0) return { verdict: 'pass' };
    const asks = asksForCertificates(instance);
    if ('code' in asks) return { verdict: 'unknown', because: asks };
    const { yes, evidence } = asks;
    if (yes) return { verdict: 'pass', evidence };
    return { verdict: 'fail', evidence, message: `serves metrics without asking for a certificate on ${named(open)}` };
  },
});

const onNetwork = ({ scheme, address }: EtcdUrl): boolean =>
  !scheme.startsWith('unix') && (address === undefined || !isLoopback(address));
