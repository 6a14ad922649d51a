import { expect, test } from '@jest/globals';
import { environmentLayer } from '../../../../src/derive/settings/environment-layer.ts';
import { type Container, schemas } from '../../../../src/shapes/generated.ts';

const OBJECT = { apiVersion: 'v1', kind: 'Pod', name: 'etcd' };

const layer = (fields: object) => {
  const { spec } = schemas.Pod.project({ spec: { containers: [{ name: 'etcd', ...fields }] } });
  return environmentLayer(OBJECT, spec.containers[0] as Container, '/spec/containers/0', () => undefined);
};

test('a setting is given by its variable, and perhaps by variables from elsewhere', () => {
  const env = [{ name: 'ETCD_CERT_FILE', value: '/etcd.crt' }];
  const envFrom = [{ configMapRef: { name: 'settings' } }];
  expect(layer({ env }).gives('cert-file')).toBe(true);
  expect(layer({ env }).gives('key-file')).toBe(false);
  expect(layer({ env, envFrom }).gives('cert-file')).toBe(true);
  expect(layer({ env, envFrom }).gives('key-file')).toBeUndefined();
});

test('the last variable of a name counts', () => {
  const env = ['/a.crt', '/b.crt'].map((value) => ({ name: 'ETCD_CERT_FILE', value }));
  expect(layer({ env }).read('cert-file')).toMatchObject({
    value: '/b.crt',
    evidence: [{ pointer: '/spec/containers/0/env/1/value', observed: '/b.crt' }],
  });
});
