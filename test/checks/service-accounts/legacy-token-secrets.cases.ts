import check from '../../../checks/service-accounts/legacy-token-secrets.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { discovery, secret, serverVersion } from '../../support/objects.ts';

const invalid = (since: string) =>
  secret('old', 'ci', {
    annotations: { 'kubernetes.io/service-account.name': 'deployer' },
    labels: { 'kubernetes.io/legacy-token-invalid-since': since },
  });

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
    objects: [serverVersion('v1.29.0'), invalid('2026-05-01')],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { name: 'old' }, message: /invalid since 2026-05-01/ }],
  },
  {
    given: 'that label without a date, which the API server does not look at',
    objects: [serverVersion('v1.37.2'), invalid('')],
    expect: 'fail',
  },
  {
    given: 'that label in a version that does not look at it',
    objects: [serverVersion('v1.28.9'), invalid('2026-05-01')],
    expect: 'fail',
  },
  {
    given: 'that label where the version is not known',
    objects: [invalid('2026-05-01')],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', subject: { name: 'old' }, message: /before 1\.29/ }],
  },
  {
    given: 'a name like that of a registry login where nothing makes those',
    objects: [
      secret('builder-dockercfg-x7k2p', 'shop', { annotations: { 'kubernetes.io/service-account.name': 'builder' } }),
    ],
    expect: 'fail',
  },
  {
    given: 'the registry login that OpenShift makes',
    objects: [
      discovery({ v1: ['secrets'], 'config.openshift.io/v1': ['clusterversions'] }),
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
