import { describe, expect, test } from '@jest/globals';
import { readCertificates } from '../../../src/gather/certificates.ts';
import { gather } from '../../../src/gather/gather.ts';
import { objectReader } from '../../../src/gather/objects.ts';
import { parseSnapshot, serializeSnapshot } from '../../../src/gather/snapshot-file.ts';
import type { ResourceKey } from '../../../src/model/resources.ts';
import * as pem from '../../support/certificates.ts';

const read = (...texts: readonly string[]) => readCertificates(pem.bytes(...texts));

describe('what a bundle says', () => {
  test.each([
    ['a P-256 root', pem.GOOD_ROOT, { type: 'EC', bits: 256 }, 'SHA-256', true],
    ['an old root', pem.OLD_ROOT, { type: 'RSA', bits: 1024 }, 'MD5', true],
    ['a root on a short curve', pem.SHORT_CURVE_ROOT, { type: 'EC', bits: 224 }, 'SHA-256', true],
    ['an Ed25519 root', pem.EDWARDS_ROOT, { type: 'Ed25519' }, 'Ed25519', true],
    ['a leaf signed with SHA-1', pem.SHA1_LEAF, { type: 'RSA', bits: 2048 }, 'SHA-1', false],
  ])('%s', async (_what, text, key, signature, root) => {
    const { certificates, unreadable } = await read(text);
    expect(unreadable).toBe(0);
    expect(certificates).toEqual([
      expect.objectContaining({
        key,
        signature,
        selfIssued: root,
        isAuthority: root,
        notAfter: expect.stringMatching(/^2036-/),
      }),
    ]);
  });

  test('several, in their order, with text between them', async () => {
    const { certificates } = await read('# old\n', pem.OLD_ROOT, '# new\n', pem.GOOD_ROOT);
    expect(certificates.map(({ subject }) => subject)).toEqual(['CN=old root', 'CN=good root']);
  });

  test('what cannot be read is counted, the rest stands', async () => {
    expect(await read(pem.BROKEN, pem.GOOD_ROOT)).toMatchObject({
      certificates: [{ subject: 'CN=good root' }],
      unreadable: 1,
    });
    expect(await read('not PEM')).toEqual({ certificates: [], unreadable: 1 });
    expect(await readCertificates('no base64 !')).toEqual({ certificates: [], unreadable: 1 });
  });
});

const named = (apiVersion: string, kind: string, content: object) => ({
  apiVersion,
  kind,
  metadata: { name: kind },
  ...content,
});
const clientConfig = { service: { namespace: 'guard', name: 'guard' }, caBundle: pem.bytes(pem.GOOD_ROOT) };
const kubeconfig = JSON.stringify({
  kind: 'Config',
  clusters: [
    { cluster: { server: 'https://user:canary@192.0.2.1', 'certificate-authority-data': pem.bytes(pem.GOOD_ROOT) } },
  ],
});
const configMap = (namespace: string, name: string, data: object) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { namespace, name },
  data,
});
const objects = [
  named('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', {
    webhooks: [{ name: 'a', clientConfig }],
  }),
  named('admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration', {
    webhooks: [{ name: 'a', clientConfig: { url: 'https://example.com/canary' } }],
  }),
  named('apiregistration.k8s.io/v1', 'APIService', { spec: { caBundle: pem.bytes(pem.OLD_ROOT) } }),
  named('apiextensions.k8s.io/v1', 'CustomResourceDefinition', {
    spec: { group: 'example.com', conversion: { strategy: 'Webhook', webhook: { clientConfig } } },
  }),
  named('certificates.k8s.io/v1', 'CertificateSigningRequest', {
    spec: { signerName: 'example.com/signer', request: pem.bytes(pem.NODE_REQUEST) },
    status: { certificate: pem.bytes(pem.SHA1_LEAF) },
  }),
  configMap('kube-system', 'extension-apiserver-authentication', {
    'client-ca-file': pem.GOOD_ROOT,
    'requestheader-client-ca-file': '',
  }),
  configMap('kube-public', 'cluster-info', { kubeconfig, 'jws-kubeconfig-abcdef': 'canary' }),
];
const KEYS: readonly ResourceKey[] = [
  'validating-webhooks',
  'mutating-webhooks',
  'api-services',
  'custom-resource-definitions',
  'signing-requests',
  'client-authorities',
  'cluster-info',
];
const take = () =>
  gather(objectReader(objects, { complete: true }), KEYS, { concurrency: 4, takenAt: undefined, tool: 'test' });

describe('a snapshot', () => {
  test('holds what certificates say in the place of their bodies', async () => {
    const { resources } = await take();
    const good = { certificates: [{ subject: 'CN=good root' }], unreadable: 0 };
    expect(resources['validating-webhooks']).toMatchObject({
      value: [{ webhooks: [{ clientConfig: { caBundle: good } }] }],
    });
    expect(resources['mutating-webhooks']).toMatchObject({
      value: [{ webhooks: [{ clientConfig: { caBundle: undefined, url: 'https://example.com' } }] }],
    });
    expect(resources['api-services']).toMatchObject({
      value: [{ spec: { caBundle: { certificates: [{ key: { bits: 1024 } }] } } }],
    });
    expect(resources['custom-resource-definitions']).toMatchObject({
      value: [{ spec: { conversion: { webhook: { clientConfig: { caBundle: good } } } } }],
    });
    expect(resources['signing-requests']).toMatchObject({
      value: [
        {
          spec: {
            request: {
              subject: 'O=system:nodes, CN=system:node:one',
              key: { type: 'EC', bits: 256 },
              signature: 'SHA-256',
            },
          },
          status: { certificate: { certificates: [{ subject: 'CN=leaf' }] } },
        },
      ],
    });
    expect(resources['client-authorities']).toEqual({
      state: 'whole',
      value: { client: { certificates: [expect.objectContaining({ subject: 'CN=good root' })], unreadable: 0 } },
    });
    expect(resources['cluster-info']).toMatchObject({
      value: { server: 'https://[redacted]@192.0.2.1', authority: good },
    });
  });

  test('holds no body, and comes back from a file as it was', async () => {
    const snapshot = await take();
    const text = serializeSnapshot(snapshot);
    expect(text).not.toMatch(/LS0t|BEGIN|MII[BC]|canary/);
    expect(serializeSnapshot(parseSnapshot(text, 'x.json'))).toBe(text);
  });

  test('with something else where certificates stand is refused, with the place', async () => {
    const text = serializeSnapshot(await take());
    expect(() => parseSnapshot(text.replace(/"unreadable": ?0/, '"unreadable":"x"'), 'x.json')).toThrow(
      /caBundle\/unreadable is no whole number$/,
    );
  });
});

test('a ConfigMap without a server says so', async () => {
  const reader = objectReader([configMap('kube-public', 'cluster-info', { kubeconfig: '{"kind":"Config"}' })], {
    complete: true,
  });
  const { resources } = await gather(reader, ['cluster-info'], { concurrency: 4, takenAt: undefined, tool: 'test' });
  expect(resources['cluster-info']).toMatchObject({ state: 'failed', failure: { code: 'malformed' } });
});
