import { describe, expect, test } from '@jest/globals';
import { isSecretFlag, keepArguments, keepFlagValue, keepText, REDACTED } from '../../../src/gather/secret-text.ts';

describe('flags that may hold a secret', () => {
  test.each([
    '--token',
    'agent-token',
    '--etcd_password',
    '-secret',
    '--api-key',
    'AWS_SECRET_ACCESS_KEY',
    '--initial-cluster-token',
  ])('%s', (flag) => {
    expect(isSecretFlag(flag)).toBe(true);
  });
  test.each([
    '--token-auth-file',
    '--tls-private-key-file',
    '--service-account-key-file',
    '--use-service-account-credentials',
    '--service-account-private-key-file',
    '--anonymous-auth',
    '--kubeconfig',
  ])('not %s', (flag) => {
    expect(isSecretFlag(flag)).toBe(false);
  });
});

describe('arguments', () => {
  test('those without a secret stay the same list', () => {
    const list = [
      'kube-apiserver',
      '--profiling=false',
      '--use-service-account-credentials=true',
      '--token-auth-file=/x',
    ];
    expect(keepArguments(list)).toBe(list);
  });

  test.each([
    [['--token=abc'], [`--token=${REDACTED}`]],
    [
      ['--token', 'abc', '--x'],
      ['--token', REDACTED, '--x'],
    ],
    [
      ['--token', '--x=1'],
      ['--token', '--x=1'],
    ],
    [['--token='], ['--token=']],
    [
      ['-c', 'exec etcd --my-token=abc --name=a'],
      ['-c', `exec etcd --my-token=${REDACTED} --name=a`],
    ],
    [
      ['-c', "etcd --my-token 'a b' --name a"],
      ['-c', `etcd --my-token ${REDACTED} --name a`],
    ],
    [
      ['-c', 'X_PASSWORD=abc; etcd --name a'],
      ['-c', `X_PASSWORD=${REDACTED}; etcd --name a`],
    ],
    [['--etcd-servers=https://u:p@e:2379,https://e2'], [`--etcd-servers=https://${REDACTED}@e:2379,https://e2`]],
  ])('%j is kept as %j', (given, kept) => {
    expect(keepArguments(given)).toEqual(kept);
  });
});

test('a value is kept by the name of its flag, an address without its user', () => {
  expect(keepFlagValue('token', 'abc')).toBe(REDACTED);
  expect(keepFlagValue('token', '')).toBe('');
  expect(keepFlagValue('bind-address', '0.0.0.0')).toBe('0.0.0.0');
  expect(keepText('mail me@example.com')).toBe('mail me@example.com');
  expect(keepText('postgres://user:pass@db/x')).toBe(`postgres://${REDACTED}@db/x`);
});

test('a long hostile argument takes no long time', () => {
  const words = [
    'a'.repeat(400_000),
    '-a'.repeat(200_000),
    '://'.repeat(100_000),
    '--token '.repeat(50_000),
    `x="`.repeat(100_000),
  ];
  for (const word of words) expect(keepArguments([`${word} @ ${word}`])).toHaveLength(1);
});
