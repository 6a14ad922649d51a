import type { CheckCase } from './describe-check.ts';
import { controlPlanePod, daemonSet, kubeProxyConfig, serverVersion } from './objects.ts';

type Fields = Readonly<Record<string, unknown>>;

interface ProxyOptions {
  readonly version?: string;
  readonly kubeconfig?: { readonly cluster?: Fields; readonly user?: Fields };
}

/** The DaemonSet of kube-proxy with these flags; it mounts the ConfigMap of that name. `status` is left out unless given. */
export const proxySet = (flags: readonly string[], version = '1.37.2', status?: Fields): object => ({
  ...daemonSet('kube-proxy', {
    namespace: 'kube-system',
    containers: [
      {
        name: 'kube-proxy',
        image: `registry.k8s.io/kube-proxy:v${version}`,
        command: ['/usr/local/bin/kube-proxy', ...flags],
        volumeMounts: [{ name: 'kube-proxy', mountPath: '/var/lib/kube-proxy' }],
      },
    ],
    spec: { volumes: [{ name: 'kube-proxy', configMap: { name: 'kube-proxy' } }] },
  }),
  ...(status === undefined ? {} : { status }),
});

const FILE = '--config=/var/lib/kube-proxy/config.conf';
/** Where kubeadm's configuration says that the kubeconfig is. */
export const KUBECONFIG = { clientConnection: { kubeconfig: '/var/lib/kube-proxy/kubeconfig.conf' } };

/** A cluster whose kube-proxy reads this configuration from its ConfigMap, as kubeadm makes it. */
export const proxy = (config: Fields, { version = '1.37.2', kubeconfig }: ProxyOptions = {}): readonly object[] => [
  serverVersion(),
  proxySet([FILE], version),
  kubeProxyConfig(config, kubeconfig),
];

/** A cluster whose kube-proxy has flags and no file. */
export const proxyByFlags = (...flags: readonly string[]): readonly object[] => [serverVersion(), proxySet(flags)];

/**
 * Cases that every question about one field of kube-proxy's configuration shares: in its file, left out there, against its flag, and
 * where it cannot be seen.
 */
export function proxyCases(spec: {
  readonly field: string;
  readonly flag: string;
  readonly passing: unknown;
  readonly failing: unknown;
  readonly byDefault: 'pass' | 'fail';
  /** Fields that the question needs beside this one. */
  readonly beside?: Fields;
  readonly besideFlags?: readonly string[];
}): readonly CheckCase[] {
  const { field, flag, beside = {}, besideFlags = [] } = spec;
  const [good, bad] = [
    { ...beside, [field]: spec.passing },
    { ...beside, [field]: spec.failing },
  ];
  const goodFlags = [...besideFlags, `--${flag}=${spec.passing}`];
  const badFlags = [...besideFlags, `--${flag}=${spec.failing}`];
  return [
    { given: 'the good value', objects: proxy(good), expect: 'pass' },
    {
      given: 'the bad value',
      objects: proxy(bad),
      expect: 'fail',
      findings: [{ verdict: 'fail', subject: { kind: 'DaemonSet', name: 'kube-proxy' }, message: /./ }],
    },
    { given: 'a file without the field', objects: proxy(beside), expect: spec.byDefault },
    { given: 'a file that says null', objects: proxy({ ...beside, [field]: null }), expect: spec.byDefault },
    {
      given: 'a default of a version beyond the data',
      objects: proxy(beside, { version: '1.99.0' }),
      expect: 'unknown',
    },
    {
      given: 'a flag that the file overrules',
      objects: [serverVersion(), proxySet([FILE, ...badFlags]), kubeProxyConfig(good)],
      expect: 'pass',
    },
    { given: 'the good flag and no file', objects: proxyByFlags(...goodFlags), expect: 'pass' },
    { given: 'the bad flag and no file', objects: proxyByFlags(...badFlags), expect: 'fail' },
    {
      given: 'the flag with underscores',
      objects: proxyByFlags(...besideFlags, `--${flag.replaceAll('-', '_')}=${spec.failing}`, '--v=2'),
      expect: 'fail',
    },
    {
      given: 'a file that is not in the ConfigMap',
      objects: [serverVersion(), proxySet([FILE])],
      expect: 'unknown',
    },
    {
      given: 'pods without a DaemonSet, of which one is bad',
      objects: [
        serverVersion(),
        controlPlanePod('kube-proxy', { flags: goodFlags, node: 'node-1', ownerReferences: [] }),
        controlPlanePod('kube-proxy', { flags: badFlags, node: 'node-2', ownerReferences: [] }),
      ],
      expect: 'fail',
      findings: [
        { verdict: 'pass', subject: { name: 'kube-proxy-node-1' } },
        { verdict: 'fail', subject: { name: 'kube-proxy-node-2' } },
      ],
    },
    {
      given: 'a value of another type',
      objects: proxy({ ...beside, [field]: { odd: { odder: 1 } } }),
      expect: 'unknown',
    },
    { given: 'no kube-proxy that is visible', objects: [serverVersion()], expect: 'unknown' },
  ];
}
