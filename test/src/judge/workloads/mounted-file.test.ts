import { describe, expect, test } from '@jest/globals';
import { originOfFile } from '../../../../src/judge/workloads/mounted-file.ts';
import { schemas } from '../../../../src/shapes/generated.ts';

const pod = (volumes: readonly object[], volumeMounts: readonly object[], more: readonly object[] = []) =>
  schemas.Pod.project({
    metadata: { name: 'etcd-node-1', namespace: 'kube-system' },
    spec: { containers: [{ name: 'etcd', volumeMounts }, ...more], volumes },
  });
const subject = { kind: 'Pod', name: 'etcd-node-1', namespace: 'kube-system' };
const host = (path: string) => ({ name: 'pki', hostPath: { path } });
const at = (mountPath: string, fields: object = {}) => ({ name: 'pki', mountPath, ...fields });

describe('where a mounted file lies', () => {
  test.each([
    ['a folder of the host', host('/etc/kubernetes/pki/'), at('/certs'), 'host:/etc/kubernetes/pki/ca.crt'],
    ['a file of the host', host('/root/ca.crt'), at('/certs/ca.crt'), 'host:/root/ca.crt'],
    ['a part of a volume', host('/etc/pki'), at('/certs/', { subPath: 'etcd' }), 'host:/etc/pki/etcd/ca.crt'],
    ['a Secret', { name: 'pki', secret: { secretName: 'tls' } }, at('/certs'), 'secret:kube-system/tls/ca.crt'],
    ['a ConfigMap', { name: 'pki', configMap: { name: 'ca' } }, at('/certs'), 'config-map:kube-system/ca/ca.crt'],
  ])('%s', (_, volume, mount, origin) => {
    expect(originOfFile([pod([volume], [mount])], subject, '/certs/ca.crt')).toBe(origin);
  });

  test('the deepest mount decides', () => {
    const volumes = [host('/deep'), { name: 'other', hostPath: { path: '/shallow' } }];
    const mounts = [{ name: 'other', mountPath: '/certs' }, at('/certs/etcd')];
    const own = pod(volumes, mounts);
    expect(originOfFile([own], subject, '/certs/etcd/ca.crt')).toBe('host:/deep/ca.crt');
    expect(originOfFile([own], subject, '/certs/etcd.crt')).toBe('host:/shallow/etcd.crt');
  });

  test('one container of several is meant by its name', () => {
    const sidecar = { name: 'sidecar', volumeMounts: [at('/certs')] };
    const own = pod([host('/pki')], [], [sidecar]);
    expect(originOfFile([own], { ...subject, container: 'sidecar' }, '/certs/ca.crt')).toBe('host:/pki/ca.crt');
    expect(originOfFile([own], { ...subject, container: 'gone' }, '/certs/ca.crt')).toBeUndefined();
  });

  test.each([
    ['no such pod', { ...subject, name: 'etcd-node-2' }, '/certs/ca.crt', at('/certs'), host('/pki')],
    ['a pod of another namespace', { kind: 'Pod', name: 'etcd-node-1' }, '/certs/ca.crt', at('/certs'), host('/pki')],
    ['a file of the image', subject, '/other/ca.crt', at('/certs'), host('/pki')],
    ['a name that begins alike', subject, '/certs-old/ca.crt', at('/certs'), host('/pki')],
    ['a relative path', subject, 'certs/ca.crt', at('/certs'), host('/pki')],
    ['a path that goes back', subject, '/certs/etcd/../ca.crt', at('/certs'), host('/pki')],
    ['a path with two slashes', subject, '/certs//ca.crt', at('/certs'), host('/pki')],
    ['a mount of no volume', subject, '/certs/ca.crt', { name: 'gone', mountPath: '/certs' }, host('/pki')],
    ['a path from a variable', subject, '/certs/ca.crt', at('/certs', { subPathExpr: '$(POD)' }), host('/pki')],
    ['a volume of another kind', subject, '/certs/ca.crt', at('/certs'), { name: 'pki', emptyDir: {} }],
  ])('is not known: %s', (_, asked, path, mount, volume) => {
    expect(originOfFile([pod([volume], [mount])], asked, path)).toBeUndefined();
  });
});
