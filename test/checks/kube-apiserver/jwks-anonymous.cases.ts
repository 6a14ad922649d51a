import check from '../../../checks/kube-apiserver/jwks-anonymous.ts';
import { apiServers } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import * as build from '../../support/objects.ts';

const ROLE = 'system:service-account-issuer-discovery';
const role = (...nonResourceURLs: readonly string[]) =>
  build.clusterRole(ROLE, [{ verbs: ['get'], nonResourceURLs }], build.BOOTSTRAPPED);
const DISCOVERY = role('/.well-known/openid-configuration', '/.well-known/openid-configuration/', '/openid/v1/jwks');
const bound = (...subjects: readonly object[]) => build.clusterRoleBinding('discovery', ROLE, subjects as never);

describeCheck(check, [
  {
    given: 'the default',
    objects: [DISCOVERY, bound(build.group('system:serviceaccounts'))],
    expect: 'pass',
  },
  {
    given: 'a provider that publishes them elsewhere',
    objects: [build.serverVersion('v1.34.4-eks-1')],
    expect: 'pass',
  },
  {
    given: 'everybody',
    objects: [DISCOVERY, bound(build.group('system:serviceaccounts'), build.group('system:unauthenticated'))],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'Group', name: 'system:unauthenticated' } }],
  },
  { given: 'the anonymous user', objects: [DISCOVERY, bound(build.user('system:anonymous'))], expect: 'fail' },
  {
    given: 'everybody, where no API server lets in anybody without a login',
    objects: [
      DISCOVERY,
      bound(build.group('system:unauthenticated')),
      ...apiServers(['--anonymous-auth=false'], ['--anonymous-auth=false']),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /no API server lets in requests without a login/ }],
  },
  {
    given: 'everybody, where one of two API servers does',
    objects: [
      DISCOVERY,
      bound(build.group('system:unauthenticated')),
      ...apiServers(['--anonymous-auth=false'], ['--anonymous-auth=true']),
    ],
    expect: 'fail',
  },
  {
    given: 'everybody, by a wildcard',
    objects: [role('/openid/*'), bound(build.group('system:unauthenticated'))],
    expect: 'fail',
  },
  {
    given: 'everybody, for other paths',
    objects: [role('/healthz', '/version'), bound(build.group('system:unauthenticated'))],
    expect: 'pass',
  },
  {
    given: 'a role that is odd',
    objects: [role(1 as never), bound(build.user('system:anonymous'))],
    expect: 'unknown',
  },
]);
