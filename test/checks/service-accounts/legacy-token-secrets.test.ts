import check from '../../../checks/service-accounts/legacy-token-secrets.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { secret } from '../../support/objects.ts';

describeCheck(check, [
  {
    given: 'Secrets of other kinds',
    objects: [secret('db'), secret('tls', 'shop', { type: 'kubernetes.io/tls' })],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Cluster', name: 'cluster' } }],
  },
  {
    given: 'a token, and when it was used last',
    objects: [
      secret('ci-token', 'ci', {
        annotations: { 'kubernetes.io/service-account.name': 'deployer' },
        labels: { 'kubernetes.io/legacy-token-last-used': '2026-11-01' },
      }),
      secret('db', 'ci'),
    ],
    expect: 'fail',
    findings: [
      {
        verdict: 'fail',
        subject: { kind: 'Secret', namespace: 'ci', name: 'ci-token' },
        message: /^holds a token of ServiceAccount deployer, last used on 2026-11-01$/,
      },
    ],
  },
  {
    given: 'a token that was never used',
    objects: [secret('old', 'ci', { annotations: { 'kubernetes.io/service-account.name': 'deployer' } })],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /ServiceAccount deployer$/ }],
  },
  {
    given: 'a token that was made invalid',
    objects: [
      secret('old', 'ci', {
        annotations: { 'kubernetes.io/service-account.name': 'deployer' },
        labels: { 'kubernetes.io/legacy-token-invalid-since': '2026-05-01' },
      }),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { name: 'old' }, message: /invalid since 2026-05-01/ }],
  },
  {
    given: 'the registry login that OpenShift makes',
    objects: [
      secret('builder-dockercfg-x7k2p', 'shop', { annotations: { 'kubernetes.io/service-account.name': 'builder' } }),
    ],
    expect: 'review',
  },
  {
    given: 'annotations that are no map',
    objects: [{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'odd', namespace: 'ci', annotations: 'none' } }],
    expect: 'unknown',
  },
]);
