import { describe, expect, test } from '@jest/globals';
import { commandFacts, isCloudControllerManager, programs } from '../../../src/gather/command-words.ts';

const line = (...command: readonly string[]) => ({ command, args: [] });

describe('programs', () => {
  test.each([
    [['/usr/sbin/sshd', '-D'], ['sshd']],
    [
      ['/bin/sh', '-c', 'exec kube-apiserver --a=b'],
      ['sh', 'exec', 'kube-apiserver'],
    ],
    [
      ['tini', '--', 'etcd'],
      ['tini', 'etcd'],
    ],
    [
      ['hyperkube', 'kube-scheduler', '--v=2'],
      ['hyperkube', 'kube-scheduler'],
    ],
    [
      ['env', 'A=b', 'etcd'],
      ['env', 'etcd'],
    ],
    [
      ['bash', '-ec', 'set -e\nmkdir -p /x && sshd -D; echo "sshd"'],
      ['bash', 'set', 'mkdir', 'sshd', 'echo'],
    ],
    [['echo', 'sshd'], ['echo']],
    [['app', '--component', 'etcd'], ['app']],
    [
      ['sh', '-c', 'a | (dropbear -F) & wait'],
      ['sh', 'a', 'dropbear', 'wait'],
    ],
    [
      ['sh', '-c', 'if true; then $(which sshd) -D; fi'],
      ['sh', 'if', 'which', 'fi'],
    ],
  ])('%j runs %j', (command, expected) => {
    expect(programs(line(...command))).toEqual(expect.arrayContaining(expected));
    if (!expected.includes('sshd')) expect(programs(line(...command))).not.toContain('sshd');
  });

  test('arguments follow on the command, or stand alone', () => {
    expect(programs({ command: ['sh', '-c'], args: ['sshd -D'] })).toContain('sshd');
    expect(programs({ command: [], args: ['kube-proxy', '--v=2'] })).toEqual(['kube-proxy']);
    expect(programs({ command: ['app'], args: ['sshd'] })).toEqual(['app']);
    expect(programs({ command: [], args: [] })).toEqual([]);
  });
});

describe('facts', () => {
  test.each([
    [['/usr/sbin/sshd', '-D'], { sshd: '/command/0' }],
    [
      ['sh', '-c', 'ETCDCTL_API=3 etcdctl --endpoints=x snapshot save /backup/db'],
      { 'etcd-snapshot-save': '/command/2' },
    ],
    [['etcdctl', 'snapshot', 'save', '/x'], { 'etcd-snapshot-save': '/command/0' }],
    [['etcdctl', 'snapshot', 'status', '/x'], {}],
    [['etcdctl', 'member', 'list'], {}],
    [['k3s', 'etcd-snapshot', 'save'], { 'etcd-snapshot-save': '/command/0' }],
    [['k3s', 'etcd-snapshot', 'ls'], {}],
    [['k3s', 'etcd-snapshot'], { 'etcd-snapshot-save': '/command/0' }],
    [['k3s', 'server'], {}],
    [['velero', 'backup', 'create', 'x'], { 'velero-backup': '/command/0' }],
    [['velero', 'create', 'backup', 'x'], { 'velero-backup': '/command/0' }],
    [['velero', 'server'], {}],
    [['/bin/aws-cloud-controller-manager'], { 'cloud-controller-manager': '/command/0' }],
    [['dropbear'], { dropbear: '/command/0' }],
    [['grep', 'sshd', '/etc/passwd'], {}],
  ])('%j shows %j', (command, expected) => {
    expect(Object.fromEntries(commandFacts(line(...command)))).toEqual(expected);
  });

  test('the pointer is that of the argument, the first where there are several', () => {
    expect(Object.fromEntries(commandFacts({ command: ['sh', '-c'], args: ['true', 'sshd -D; sshd -D'] }))).toEqual({
      sshd: '/args/1',
    });
  });
});

test('cloud controller managers are told by their name', () => {
  for (const name of [
    'cloud-controller-manager',
    'openstack-cloud-controller-manager',
    'gcp-cloud-controller-manager',
    'cloud-controller-manager-linux-arm64',
  ]) {
    expect(isCloudControllerManager(name)).toBe(true);
  }
  expect(isCloudControllerManager('kube-controller-manager')).toBe(false);
  expect(isCloudControllerManager('mycloud-controller-managers')).toBe(false);
});
