import { describe, expect, test } from '@jest/globals';
import { judgeConnection, type ProxyConnection } from '../../../../src/judge/settings/proxy-connection.ts';
import { instance } from '../../../support/instances.ts';

const none = { unseen: { code: 'not-visible', detail: 'no kube-proxy' } } as const;
const some = { instances: [instance({})], none };
const kubeconfig: ProxyConnection = {
  server: 'https://192.0.2.1:6443',
  certificateAuthority: true,
  insecureSkipTlsVerify: false,
  inlineCredential: false,
  userName: 'default',
  place: {
    configMap: 'kube-proxy',
    cluster: '/data/kubeconfig.conf/clusters/0',
    user: '/data/kubeconfig.conf/users/0',
  },
};
const config = { name: 'kube-proxy-config', config: {} };
const asked = (connection: ProxyConnection) => ({
  pointer: `${connection.place.cluster}/cluster/server`,
  observed: connection.server,
  expected: 'https',
});

describe('judgeConnection', () => {
  test('points at the ConfigMap that the kubeconfig stands in', () => {
    const object = { apiVersion: 'v1', kind: 'ConfigMap', name: 'kube-proxy', namespace: 'kube-system' };
    expect(judgeConnection(some, { state: 'whole', value: { ...config, kubeconfig } }, asked)).toEqual([
      {
        verdict: 'pass',
        subject: { kind: 'ConfigMap', name: 'kube-proxy', namespace: 'kube-system' },
        evidence: [
          {
            from: 'object',
            object,
            pointer: '/data/kubeconfig.conf/clusters/0/cluster/server',
            observed: 'https://192.0.2.1:6443',
            expected: 'https',
            source: 'config-map',
          },
        ],
      },
    ]);
  });

  test('fails with what is broken, also by an absence', () => {
    const absent = () => ({ pointer: '/data', sought: 'a CA', broken: 'no CA' });
    expect(judgeConnection(some, { state: 'whole', value: { ...config, kubeconfig } }, absent)).toMatchObject([
      { verdict: 'fail', message: 'no CA', evidence: [{ from: 'absence', pointer: '/data', sought: 'a CA' }] },
    ]);
  });

  test('knows nothing without kube-proxy, without its ConfigMap and without a kubeconfig there', () => {
    const failure = { code: 'forbidden', detail: 'no' } as const;
    const whole = { state: 'whole', value: config } as const;
    const partial = { state: 'partial', value: config, missing: ['no YAML'] } as const;
    expect(judgeConnection({ instances: [], none }, whole, asked)).toBe(none);
    expect(judgeConnection(some, { state: 'failed', failure }, asked)).toEqual({ unseen: failure });
    expect(judgeConnection(some, whole, asked)).toMatchObject({ unseen: { code: 'not-visible' } });
    expect(judgeConnection(some, partial, asked)).toEqual({ unseen: { code: 'malformed', detail: 'no YAML' } });
  });
});
