import { describe, expect, test } from '@jest/globals';
import {
  connectionFinding,
  connectionIn,
  type ProxyConnection,
} from '../../../../src/judge/settings/proxy-connection.ts';

const kubeconfig: ProxyConnection = {
  server: 'https://192.0.2.1:6443',
  certificateAuthority: true,
  insecureSkipTlsVerify: false,
  inlineCredential: false,
  userName: 'default',
  place: {
    configMap: 'kube-proxy',
    key: 'kubeconfig.conf',
    cluster: '/data/kubeconfig.conf/clusters/0',
    user: '/data/kubeconfig.conf/users/0',
  },
};
const config = { name: 'kube-proxy-config', key: 'config', config: {} };
describe('connectionIn', () => {
  test('is the kubeconfig of the ConfigMap', () => {
    expect(connectionIn({ state: 'whole', value: { ...config, kubeconfig } })).toBe(kubeconfig);
  });

  test('says why there is none', () => {
    const failure = { code: 'forbidden', detail: 'no' } as const;
    expect(connectionIn({ state: 'failed', failure })).toEqual(failure);
    expect(connectionIn({ state: 'whole', value: config })).toMatchObject({ code: 'not-visible' });
    expect(connectionIn({ state: 'partial', value: config, missing: ['no YAML'] })).toEqual({
      code: 'malformed',
      detail: 'no YAML',
    });
  });
});

describe('connectionFinding', () => {
  const subject = { kind: 'DaemonSet', name: 'kube-proxy' };
  const object = { apiVersion: 'v1', kind: 'ConfigMap', name: 'kube-proxy', namespace: 'kube-system' };

  test('points at the ConfigMap that the kubeconfig stands in', () => {
    const asked = { pointer: '/data/a', observed: 'https://192.0.2.1:6443', expected: 'https' };
    expect(connectionFinding(subject, kubeconfig, asked)).toEqual({
      verdict: 'pass',
      subject,
      evidence: [{ from: 'object', object, ...asked, source: 'config-map' }],
    });
  });

  test('fails with what is broken, also by an absence', () => {
    const absent = { pointer: '/data', sought: 'a CA', broken: 'no CA' };
    expect(connectionFinding(subject, kubeconfig, absent)).toMatchObject({
      verdict: 'fail',
      message: 'no CA',
      evidence: [{ from: 'absence', object, pointer: '/data', sought: 'a CA' }],
    });
  });
});
