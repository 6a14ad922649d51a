import { expect, test } from '@jest/globals';
import { isWithin, plainPath } from '../../../../src/judge/workloads/host-paths.ts';

test.each([
  ['/', '/'],
  ['', '/'],
  ['/etc/', '/etc'],
  ['//etc/./ssl/../kubernetes', '/etc/kubernetes'],
  ['/../../etc', '/etc'],
  ['/var/run', '/run'],
  ['/var/run/docker.sock', '/run/docker.sock'],
  ['/var/running', '/var/running'],
  ['/var/../var/run/crio', '/run/crio'],
  ['C:\\', '/'],
  ['c:/ProgramData/../etc/Kubernetes', '/etc/kubernetes'],
  ['\\var\\lib\\kubelet', '/var/lib/kubelet'],
  ['\\\\.\\pipe\\Docker_Engine', '/pipe/docker_engine'],
  ['//./pipe/containerd-containerd', '/pipe/containerd-containerd'],
  ['/srv/A\\b', '/srv/A\\b'],
])('%s is %s on the node', (path, plain) => {
  expect(plainPath(path)).toBe(plain);
});

test.each([
  ['/etc', '/etc', true],
  ['/etc/ssl', '/etc', true],
  ['/etcetera', '/etc', false],
  ['/', '/etc', false],
  ['/etc', '/', true],
])('%s within %s: %s', (path, directory, within) => {
  expect(isWithin(path, directory)).toBe(within);
});
