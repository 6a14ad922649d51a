import { describe, expect, test } from '@jest/globals';
import { compareConfig } from '../../scripts/facts/config.ts';
import { compareWithFlagz, parseFlagz } from '../../scripts/facts/flagz.ts';
import { facts } from '../../src/facts/index.ts';

describe('/flagz', () => {
  const flags = new Map([
    ['anonymous-auth', 'true'],
    ['audit-policy-file', ''],
    ['oidc-signing-algs', '[RS256]'],
  ]);

  test('is read as JSON', () => {
    const answer = { kind: 'Flagz', apiVersion: 'config.k8s.io/v1beta1', flags: Object.fromEntries(flags) };
    expect(parseFlagz(JSON.stringify(answer))).toEqual(flags);
  });

  test.each([':', ': ', '=', ' '])('is read as text, with "%s" between name and value', (separator) => {
    const lines = [...flags].map(([flag, value]) => `${flag}${separator}${value}`);
    const answer = `\nkube-apiserver flags\nWarning: This endpoint is not meant to be machine parseable.\n\n${lines.join('\n')}\n`;
    expect(parseFlagz(answer)).toEqual(flags);
  });

  test('is held against defaults, but for flags that were given', () => {
    const compare = (...given: readonly string[]) =>
      compareWithFlagz(
        facts,
        'kube-apiserver',
        '1.37.2',
        new Map([...flags, ['profiling', 'false'], ['made-up', '1']]),
        new Set(given),
        ['event-ttl'],
      ).map(({ what }) => what);
    expect(compare()).toEqual([
      'kube-apiserver --profiling at /flagz',
      'kube-apiserver --made-up at /flagz',
      'kube-apiserver --event-ttl',
    ]);
    expect(compare('profiling')).toEqual(['kube-apiserver --made-up at /flagz', 'kube-apiserver --event-ttl']);
  });
});

test('a configuration is held against defaults, but for fields that were set', () => {
  const shown = { metricsBindAddress: '0.0.0.0:1', nodePortAddresses: null, iptables: { localhostNodePorts: false } };
  const compare = (...set: readonly string[]) => compareConfig(facts, 'kube-proxy', '1.37.2', shown, new Set(set));
  expect(compare('metricsBindAddress')).toEqual([
    { what: 'kube-proxy iptables.localhostNodePorts', facts: 'true', binary: 'false' },
  ]);
});
