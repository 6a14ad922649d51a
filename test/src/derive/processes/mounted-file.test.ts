import { describe, expect, test } from '@jest/globals';
import { originOf } from '../../../../src/derive/processes/mounted-file.ts';
import { schemas } from '../../../../src/shapes/generated.ts';

/** The origin of a file in a pod of namespace `ns` with these volumes and mounts. */
function origin(path: string, volumes: readonly object[], volumeMounts: readonly object[]): string | undefined {
  const { spec } = schemas.Pod.project({ spec: { volumes, containers: [{ name: 'main', volumeMounts }] } });
  const [container] = spec.containers;
  if (container === undefined) throw new Error('no container');
  return originOf(spec, container, 'ns', path);
}

const HOST = [{ name: 'pki', hostPath: { path: '/etc/kubernetes/pki/' } }];
const mounted = (mountPath: string, fields: object = {}) => [{ name: 'pki', mountPath, ...fields }];

describe('a file of the host', () => {
  test.each([
    ['below its mount', '/pki/ca.crt', mounted('/pki'), 'host:/etc/kubernetes/pki/ca.crt'],
    ['below a mount that ends with a slash', '/pki/ca.crt', mounted('/pki/'), 'host:/etc/kubernetes/pki/ca.crt'],
    ['deep below it', '/pki/etcd/ca.crt', mounted('/pki'), 'host:/etc/kubernetes/pki/etcd/ca.crt'],
    ['as the mount itself', '/ca.crt', mounted('/ca.crt', { subPath: 'ca.crt' }), 'host:/etc/kubernetes/pki/ca.crt'],
    [
      'in a part of the volume',
      '/x/ca.crt',
      mounted('/x', { subPath: 'etcd' }),
      'host:/etc/kubernetes/pki/etcd/ca.crt',
    ],
    ['beside a mount whose name begins alike', '/pki2/ca.crt', mounted('/pki'), undefined],
    ['in a part that a variable names', '/x/ca.crt', mounted('/x', { subPathExpr: '$(NODE)' }), undefined],
  ])('%s', (_, path, mounts, expected) => {
    expect(origin(path, HOST, mounts)).toBe(expected);
  });

  test.each(['pki/ca.crt', '/pki/../ca.crt', '/pki/./ca.crt', '/pki//ca.crt', '/pki/', '/pki/..'])(
    'is not told by %s, which may be written otherwise',
    (path) => expect(origin(path, HOST, [...mounted('/pki'), ...mounted('pki')])).toBeUndefined(),
  );

  test('is that of the deepest mount, in whatever order they stand', () => {
    const volumes = [...HOST, { name: 'deep', hostPath: { path: '/deep' } }];
    const mounts = [...mounted('/pki'), { name: 'deep', mountPath: '/pki/etcd' }];
    expect(origin('/pki/etcd/ca.crt', volumes, mounts)).toBe('host:/deep/ca.crt');
    expect(origin('/pki/etcd/ca.crt', volumes, [...mounts].reverse())).toBe('host:/deep/ca.crt');
  });

  test('is none without its mount or its volume', () => {
    expect(origin('/pki/ca.crt', HOST, [])).toBeUndefined();
    expect(origin('/pki/ca.crt', [], mounted('/pki'))).toBeUndefined();
  });
});

describe('a file of the API', () => {
  const secret = (items: readonly object[] = []) => [{ name: 'pki', secret: { secretName: 's', items } }];
  const configMap = (items: readonly object[] = []) => [{ name: 'pki', configMap: { name: 'c', items } }];

  test('is a key of its namespace', () => {
    expect(origin('/pki/ca.crt', secret(), mounted('/pki'))).toBe('secret:ns/s/ca.crt');
    expect(origin('/pki/ca.crt', configMap(), mounted('/pki'))).toBe('config-map:ns/c/ca.crt');
  });

  test('goes by the name that an item gives it, and is not there under another', () => {
    const items = [
      { key: 'other', path: 'other.crt' },
      { key: 'ca', path: 'x/ca.crt' },
    ];
    expect(origin('/pki/x/ca.crt', secret(items), mounted('/pki'))).toBe('secret:ns/s/ca');
    expect(origin('/pki/x/ca.crt', configMap(items), mounted('/pki'))).toBe('config-map:ns/c/ca');
    expect(origin('/pki/ca', secret(items), mounted('/pki'))).toBeUndefined();
  });

  test('of another kind is not known', () => {
    expect(origin('/pki/ca.crt', [{ name: 'pki', emptyDir: {} }], mounted('/pki'))).toBeUndefined();
  });
});
