import { describe, expect, test } from '@jest/globals';
import { keepFields, parseDocuments } from '../../../src/gather/config-document.ts';
import { CLUSTER_CONFIGURATION_FIELDS, KUBE_PROXY_FIELDS, KUBELET_FIELDS } from '../../../src/gather/config-fields.ts';
import { readConnection } from '../../../src/gather/connection-config.ts';

describe('documents', () => {
  test('one, several, and JSON', () => {
    expect(parseDocuments('a: 1')).toEqual({ ok: true, documents: [{ a: 1 }] });
    expect(parseDocuments('a: 1\n---\nb: [x]')).toEqual({ ok: true, documents: [{ a: 1 }, { b: ['x'] }] });
    expect(parseDocuments('{"a": {"b": null}}')).toEqual({ ok: true, documents: [{ a: { b: null } }] });
  });

  test('an error is one line', () => {
    const parsed = parseDocuments('a: [1\nb: 2');
    expect(parsed).toEqual({ ok: false, detail: expect.stringMatching(/^[^\n]+$/) });
  });

  test('aliases that multiply, deep nesting and size are refused', () => {
    const bomb = [
      'a: &a [1,1,1,1,1,1,1,1,1]',
      ...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`)}]`),
    ];
    expect(parseDocuments(bomb.join('\n')).ok).toBe(false);
    expect(parseDocuments('['.repeat(100_000)).ok).toBe(false);
    expect(parseDocuments('a: 1', 3)).toEqual({ ok: false, detail: 'it is too large' });
  });
});

describe('fields that are kept', () => {
  test('those that are listed, with what stands in them', () => {
    const kubelet = {
      authentication: { anonymous: { enabled: false, other: 1 } },
      featureGates: { A: true },
      tlsCipherSuites: ['X'],
      unknown: 1,
      staticPodURLHeader: { a: ['b'] },
    };
    expect(keepFields(kubelet, KUBELET_FIELDS)).toEqual({
      authentication: { anonymous: { enabled: false } },
      featureGates: { A: true },
      tlsCipherSuites: ['X'],
    });
  });

  test('a value of a wrong type stays what it is: who reads it sees that', () => {
    expect(keepFields({ authentication: 'none', readOnlyPort: 'x', address: null }, KUBELET_FIELDS)).toEqual({
      authentication: 'none',
      readOnlyPort: 'x',
      address: null,
    });
    expect(keepFields({ apiServer: [{ certSANs: ['a'] }, 5] }, CLUSTER_CONFIGURATION_FIELDS)).toEqual({
      apiServer: [{ certSANs: ['a'] }],
    });
    expect(keepFields({ apiServer: { extraArgs: 'x' } }, CLUSTER_CONFIGURATION_FIELDS)).toEqual({ apiServer: {} });
  });

  test('what is no plain data is dropped, however deep, and names of its own mean nothing', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`) as Record<string, unknown>;
    expect(JSON.stringify(keepFields({ iptables: deep }, KUBE_PROXY_FIELDS)).length).toBeLessThan(200);
    expect(keepFields({ mode: () => 1, ipvs: { date: new Date(0), x: Symbol('x') } }, KUBE_PROXY_FIELDS)).toEqual({
      ipvs: { date: {} },
    });
    const kept = keepFields(
      JSON.parse('{"iptables": {"__proto__": {"polluted": true}, "myToken": "x"}}') as Record<string, unknown>,
      KUBE_PROXY_FIELDS,
    );
    expect((kept['iptables'] as Record<string, unknown>)['polluted']).toBeUndefined();
    expect((kept['iptables'] as Record<string, unknown>)['myToken']).toBe('[redacted]');
  });

  test('extra arguments in both of the forms of kubeadm', () => {
    const extraArgs = [
      { name: 'v', value: '2' },
      { name: 'x-token', value: 'abc' },
      { name: 'odd', value: 5 },
      'x',
      { name: 'none' },
    ];
    expect(keepFields({ scheduler: { extraArgs } }, CLUSTER_CONFIGURATION_FIELDS)).toEqual({
      scheduler: {
        extraArgs: [
          { name: 'v', value: '2' },
          { name: 'x-token', value: '[redacted]' },
          { name: 'odd', value: 5 },
          { name: 'none', value: null },
        ],
      },
    });
    expect(
      keepFields({ scheduler: { extraArgs: { v: '2', profiling: false } } }, CLUSTER_CONFIGURATION_FIELDS),
    ).toEqual({
      scheduler: { extraArgs: { v: '2', profiling: 'false' } },
    });
  });
});

describe('the connection of a kubeconfig', () => {
  const at = { configMap: 'kube-proxy', key: 'kubeconfig.conf' };
  const kubeconfig = (cluster: object, user: object) => ({
    'current-context': 'b',
    contexts: [
      { name: 'a', context: {} },
      { name: 'b', context: { cluster: 'c', user: 'u' } },
    ],
    clusters: [{ name: 'c', cluster }],
    users: [5, { name: 'u', user }],
  });

  test('is told without its credentials', () => {
    expect(
      readConnection(kubeconfig({ server: 'https://x:y@h', 'insecure-skip-tls-verify': true }, { token: 'abc' }), at),
    ).toEqual({
      server: 'https://[redacted]@h',
      certificateAuthority: false,
      insecureSkipTlsVerify: true,
      inlineCredential: true,
      userName: 'u',
      place: {
        configMap: 'kube-proxy',
        key: 'kubeconfig.conf',
        cluster: '/data/kubeconfig.conf/clusters/0',
        user: '/data/kubeconfig.conf/users/1',
      },
    });
    expect(
      readConnection(kubeconfig({ server: 'https://h', 'certificate-authority': '/ca' }, { tokenFile: '/t' }), at),
    ).toMatchObject({
      certificateAuthority: true,
      insecureSkipTlsVerify: false,
      inlineCredential: false,
    });
  });

  test('is not known where its current context leads nowhere', () => {
    expect(readConnection({}, at)).toBeUndefined();
    expect(readConnection({ ...kubeconfig({ server: 'https://h' }, {}), 'current-context': 'z' }, at)).toBeUndefined();
    expect(readConnection(kubeconfig({}, {}), at)).toBeUndefined();
  });
});
