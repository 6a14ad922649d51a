import { describe, expect, test } from '@jest/globals';
import { facts } from '../../../src/facts/index.ts';
import type { Component } from '../../../src/model/check.ts';
import type { Known } from '../../../src/model/facts.ts';

const valueIn = <T>(answer: Known<T>): T | undefined => (answer.known ? answer.value : undefined);
const whyOf = (answer: Known<unknown>): string | undefined => (answer.known ? undefined : answer.why);
const flag = (component: Component, name: string, version: string) =>
  valueIn(facts.flagDefault(component, name, version));
const field = (name: string, version: string) => valueIn(facts.configDefault('kubelet', name, version));
const plugins = (version: string) => valueIn(facts.admissionPlugins(version));

describe('defaults that are easily taken for others', () => {
  test('a kubelet without a configuration file is open, one with a file is closed', () => {
    expect([
      flag('kubelet', 'anonymous-auth', '1.37.2'),
      flag('kubelet', 'authorization-mode', '1.37.2'),
      flag('kubelet', 'read-only-port', '1.37.2'),
    ]).toEqual([true, 'AlwaysAllow', 10255]);
    expect([
      field('authentication.anonymous.enabled', '1.37.2'),
      field('authorization.mode', '1.37.2'),
      field('readOnlyPort', '1.37.2'),
    ]).toEqual([false, 'Webhook', 0]);
  });

  test.each([
    ['authorization-mode', '1.28.15', ['AlwaysAllow'], '1.29.0', []],
    ['audit-log-maxage', '1.35.9', 0, '1.36.0', 366],
    ['audit-log-maxbackup', '1.35.9', 0, '1.36.0', 100],
    ['audit-log-maxsize', '1.35.9', 0, '1.36.0', 100],
    ['enable-logs-handler', '1.30.14', true, '1.31.0', false],
  ])('--%s of the API server changed', (name, before, old, after, now) => {
    expect(flag('kube-apiserver', name, before)).toEqual(old);
    expect(flag('kube-apiserver', name, after)).toEqual(now);
    expect(flag('kube-apiserver', name, '1.37.2')).toEqual(now);
  });

  test('profiling is on in the control plane and off in kube-proxy, in every minor', () => {
    for (let minor = 20; minor <= 37; minor += 1) {
      const version = `1.${minor}.0`;
      const answers = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kube-proxy'] as const;
      expect(answers.map((component) => flag(component, 'profiling', version))).toEqual([true, true, true, false]);
    }
  });

  test('the plain HTTP ports were open until 1.21 and 1.22, and their flags are gone from 1.24 on', () => {
    const ports = (component: Component) =>
      ['1.21.14', '1.22.17', '1.23.17', '1.24.0'].map((version) => flag(component, 'port', version));
    expect(ports('kube-controller-manager')).toEqual([10252, 0, 0, undefined]);
    expect(ports('kube-scheduler')).toEqual([10251, 10251, 0, undefined]);
    expect(ports('kube-apiserver')).toEqual([0, 0, 0, undefined]);
    expect(flag('kube-apiserver', 'insecure-port', '1.23.0')).toBe(0);
    expect(flag('kube-apiserver', 'insecure-port', '1.24.0')).toBeUndefined();
    expect(facts.flagType('kube-apiserver', 'insecure-port')).toBe('integer');
  });

  test('tokens are looked up and live for a year unless told otherwise', () => {
    expect(flag('kube-apiserver', 'service-account-lookup', '1.20.0')).toBe(true);
    expect(flag('kube-apiserver', 'service-account-lookup', '1.37.2')).toBe(true);
    expect(flag('kube-apiserver', 'service-account-extend-token-expiration', '1.37.2')).toBe(true);
  });

  test('anonymous requests are on, and a file may decide from 1.29 on', () => {
    expect(flag('kube-apiserver', 'anonymous-auth', '1.37.2')).toBe(true);
    expect(flag('kube-apiserver', 'authentication-config', '1.28.0')).toBeUndefined();
    expect(flag('kube-apiserver', 'authentication-config', '1.29.0')).toBe('');
  });

  test('seccompDefault stays off, failCgroupV1 is on from 1.35, node logs are not served', () => {
    expect(field('seccompDefault', '1.21.0')).toBeUndefined();
    expect([field('seccompDefault', '1.22.0'), field('seccompDefault', '1.37.2')]).toEqual([false, false]);
    expect([field('failCgroupV1', '1.34.0'), field('failCgroupV1', '1.35.0')]).toEqual([false, true]);
    expect(field('enableSystemLogQuery', '1.36.0')).toBe(false);
    expect(facts.flagType('kubelet', 'seccomp-default')).toBe('boolean');
  });

  test('--tls-min-version of etcd came with 3.5.8', () => {
    expect(['3.4.45', '3.5.7', '3.5.8', '3.7.0'].map((version) => flag('etcd', 'tls-min-version', version))).toEqual([
      undefined,
      undefined,
      'TLS1.2',
      'TLS1.2',
    ]);
  });
});

describe('admission plugins', () => {
  test('NodeRestriction and AlwaysPullImages are never on by themselves, the namespace and token ones always', () => {
    for (let minor = 20; minor <= 37; minor += 1) {
      const { enabled, known } = plugins(`1.${minor}.0`) ?? { enabled: [], known: [] };
      expect(enabled).toEqual(expect.arrayContaining(['NamespaceLifecycle', 'ServiceAccount']));
      expect(enabled).not.toContain('NodeRestriction');
      expect(enabled).not.toContain('AlwaysPullImages');
      expect(known).toEqual(expect.arrayContaining(['NodeRestriction', 'AlwaysPullImages', ...enabled]));
    }
  });

  test.each([
    ['PodSecurity', '1.22.0', '1.23.0'],
    ['ValidatingAdmissionPolicy', '1.29.0', '1.30.0'],
    ['MutatingAdmissionPolicy', '1.35.0', '1.36.0'],
    ['ClusterTrustBundleAttest', '1.36.0', '1.37.0'],
  ])('%s is listed in %s but works from %s on', (plugin, before, after) => {
    expect(plugins(before)?.known).toContain(plugin);
    expect(plugins(before)?.enabled).not.toContain(plugin);
    expect(plugins(after)?.enabled).toContain(plugin);
  });

  test('plugins go', () => {
    expect(plugins('1.24.0')?.known).toContain('PodSecurityPolicy');
    expect(plugins('1.25.0')?.known).not.toContain('PodSecurityPolicy');
    expect(plugins('1.30.0')?.known).not.toContain('SecurityContextDeny');
  });
});

describe('versions', () => {
  test.each([
    'v1.33.4-eks-3025e55',
    '1.33.5-gke.1080000',
    'v1.33.2+k3s1',
    'v1.33.3-rc1+rke2r1',
    '1.33.0-0',
    '1.33.6~1',
  ])('what the vendor of %s appended is ignored', (version) => {
    expect(flag('kube-apiserver', 'profiling', version)).toBe(true);
  });

  test.each([
    ['1.19.16', 'older than 1.20'],
    ['1.38.0', 'newer than 1.37'],
    ['2.0.0', 'newer than 1.37'],
    ['1.37.0-rc.1', 'test release'],
    ['1.36.0-alpha.3', 'test release'],
    ['1.37', 'is no version'],
    ['latest', 'is no version'],
    ['', 'is no version'],
    ['1.37.2foo', 'is no version'],
  ])('%j is not described: %s', (version, why) => {
    expect(whyOf(facts.flagDefault('kube-apiserver', 'profiling', version))).toContain(why);
    expect(whyOf(facts.configDefault('kubelet', 'readOnlyPort', version))).toContain(why);
    expect(whyOf(facts.admissionPlugins(version))).toContain(why);
  });

  test('etcd has versions of its own', () => {
    expect(flag('etcd', 'client-cert-auth', '3.5.24-0')).toBe(false);
    expect(whyOf(facts.flagDefault('etcd', 'client-cert-auth', '3.8.0'))).toContain('newer than 3.7');
    expect(whyOf(facts.flagDefault('etcd', 'client-cert-auth', '3.3.27'))).toContain('older than 3.4');
  });

  test('of cloud controller managers only what no version of the library changed is known', () => {
    for (const version of ['1.31.2', '27.1.6', '0.1.44']) {
      expect(flag('cloud-controller-manager', 'profiling', version)).toBe(true);
      expect(flag('cloud-controller-manager', 'use-service-account-credentials', version)).toBe(false);
      expect(flag('cloud-controller-manager', 'secure-port', version)).toBe(10258);
    }
    const ask = (name: string, version: string) => whyOf(facts.flagDefault('cloud-controller-manager', name, version));
    expect(ask('authorization-always-allow-paths', '1.31.2')).toContain("which the vendor's does not tell");
    expect(ask('profiling', '1.38.0')).toContain('may be newer than 1.37');
    expect(ask('profiling', 'latest')).toContain('is no version');
  });
});

describe('what is not described', () => {
  test('an unknown flag, field or component', () => {
    expect(facts.flagType('kube-apiserver', 'no-such-flag')).toBeUndefined();
    expect(facts.flagType('network', 'profiling')).toBeUndefined();
    expect(facts.flagType('constructor' as Component, 'profiling')).toBeUndefined();
    expect(whyOf(facts.flagDefault('kube-apiserver', 'no-such-flag', '1.37.2'))).toContain('is not described');
    expect(whyOf(facts.configDefault('kubelet', 'noSuchField', '1.37.2'))).toContain('is not described');
  });

  test('a default that depends on more than the version', () => {
    expect(whyOf(facts.flagDefault('kubelet', 'pod-infra-container-image', '1.30.0'))).toContain('depends on more');
    expect(whyOf(facts.flagDefault('kube-apiserver', 'basic-auth-file', '1.30.0'))).toContain('there is no');
  });
});

test('sources lead to the page of the minor asked about', () => {
  const source = (component: Component, name: string, version: string) => {
    const answer = facts.flagDefault(component, name, version);
    return answer.known ? answer.source : undefined;
  };
  expect(source('kube-scheduler', 'profiling', '1.37.2')).toBe(
    'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/',
  );
  expect(source('kube-scheduler', 'profiling', '1.28.3')).toBe(
    'https://github.com/kubernetes/website/blob/release-1.28/content/en/docs/reference/command-line-tools-reference/kube-scheduler.md',
  );
  expect(source('etcd', 'auto-tls', '3.4.45')).toBe(
    'https://github.com/etcd-io/etcd/blob/release-3.4/etcdmain/help.go',
  );
  expect(source('etcd', 'auto-tls', '3.6.5')).toBe(
    'https://github.com/etcd-io/etcd/blob/release-3.6/server/etcdmain/help.go',
  );
});
