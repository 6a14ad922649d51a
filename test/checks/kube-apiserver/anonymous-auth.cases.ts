import check from '../../../checks/kube-apiserver/anonymous-auth.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { authenticationConfig, authorizationConfig, withFile } from '../../support/host-files.ts';

const rbac = '--authorization-mode=Node,RBAC';

describeCheck(check, [
  {
    given: 'anonymous requests off',
    objects: apiServer([rbac, '--anonymous-auth=false']),
    expect: 'pass',
  },
  {
    given: 'nothing said, so they are on',
    objects: apiServer([rbac]),
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { name: 'kube-apiserver-node-1' }, message: /system:anonymous/ }],
  },
  { given: 'the bare flag', objects: apiServer([rbac, '--anonymous-auth']), expect: 'fail' },
  {
    given: 'a word after the flag, which booleans do not take',
    objects: apiServer([rbac, '--anonymous-auth', 'false']),
    expect: 'fail',
  },
  {
    given: 'an authentication configuration, which decides',
    objects: apiServer([rbac, '--anonymous-auth=true', '--authentication-config=/etc/kubernetes/authentication.yaml']),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /authentication\.yaml/ }],
  },
  {
    given: 'AlwaysAllow, with which the server switches them off',
    objects: apiServer(['--anonymous-auth=true', '--authorization-mode=AlwaysAllow']),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /AlwaysAllow/ }],
  },
  {
    given: 'no authorization mode, which is AlwaysAllow',
    objects: apiServer(['--anonymous-auth=true']),
    expect: 'pass',
  },
  {
    given: 'an authorization configuration beside them',
    objects: apiServer(['--anonymous-auth=true', '--authorization-config=/etc/kubernetes/authorization.yaml']),
    expect: 'fail',
  },
  {
    given: 'AlwaysAllow, and an authentication configuration that lets them in all the same',
    objects: withFile('kube-apiserver', {
      flag: 'authentication-config',
      text: authenticationConfig({ anonymous: { enabled: true } }),
      flags: ['--authorization-mode=AlwaysAllow'],
    }),
    expect: 'fail',
  },
  {
    given: 'AlwaysAllow in an authorization configuration, with which the server does not switch them off',
    objects: withFile('kube-apiserver', { flag: 'authorization-config', text: authorizationConfig('AlwaysAllow') }),
    expect: 'fail',
  },
  ...[
    { given: 'an authentication configuration that switches them off', anonymous: { enabled: false }, expect: 'pass' },
    { given: 'one that lets them in', anonymous: { enabled: true }, expect: 'fail' },
    {
      given: 'one that lets them in to see whether the server lives',
      anonymous: { enabled: true, conditions: [{ path: '/livez' }, { path: '/readyz' }] },
      expect: 'pass',
    },
    {
      given: 'one that lets them in to more',
      anonymous: { enabled: true, conditions: [{ path: '/livez' }, { path: '/metrics' }] },
      expect: 'fail',
    },
  ].map(({ given, anonymous, expect }) => ({
    given,
    objects: withFile('kube-apiserver', {
      flag: 'authentication-config',
      text: authenticationConfig({ anonymous }),
      flags: [rbac],
    }),
    expect: expect as 'pass' | 'fail',
  })),
  { given: 'a value that is no boolean', objects: apiServer([rbac, '--anonymous-auth=maybe']), expect: 'unknown' },
  { given: 'a version beyond the data', objects: apiServer([rbac], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'anonymous-auth', passing: 'false', failing: 'true', beside: [rbac], type: 'boolean' }),
]);
