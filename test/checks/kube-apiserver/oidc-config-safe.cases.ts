import check from '../../../checks/kube-apiserver/oidc-config-safe.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { authenticationConfig, withFile } from '../../support/host-files.ts';

const ISSUER = '--oidc-issuer-url=https://id.example.org';
const GROUPS = '--oidc-groups-claim=groups';
const configured = (...jwt: readonly object[]) =>
  withFile('kube-apiserver', { flag: 'authentication-config', text: authenticationConfig({ jwt }) });
const mapping = (username: object, groups?: object) => ({
  claimMappings: { username, ...(groups === undefined ? {} : { groups }) },
});
const SAFE = { claim: 'sub', prefix: 'oidc:' };

describeCheck(check, [
  {
    given: 'prefixes for both',
    objects: apiServer([ISSUER, GROUPS, '--oidc-groups-prefix=oidc:', '--oidc-username-prefix=oidc:']),
    expect: 'pass',
  },
  {
    given: 'groups without a prefix, which is the default',
    objects: apiServer([ISSUER, GROUPS]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /groups have no prefix/ }],
  },
  {
    given: 'the same in an older minor',
    objects: apiServer([ISSUER, GROUPS], '1.34.4'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /groups have no prefix/ }],
  },
  { given: 'no groups, and users with the default prefix', objects: apiServer([ISSUER]), expect: 'pass' },
  {
    given: 'users whose prefix a dash switches off',
    objects: apiServer([ISSUER, '--oidc-username-prefix=-']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /switched off/ }],
  },
  { given: 'no OIDC', objects: apiServer([GROUPS]), expect: 'not-applicable' },
  { given: 'a file with prefixes', objects: configured(mapping(SAFE, SAFE)), expect: 'pass' },
  {
    given: 'a file in which groups have an empty prefix',
    objects: configured(mapping(SAFE, SAFE), mapping(SAFE, { claim: 'groups', prefix: '' })),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /groups of issuer 2/ }],
  },
  {
    given: 'a file that refuses names of the system',
    objects: configured({
      ...mapping(SAFE, { claim: 'groups', prefix: '' }),
      userValidationRules: [{ expression: "user.groups.all(group, !group.startsWith('system:'))" }],
    }),
    expect: 'pass',
  },
  {
    given: 'a file that refuses users of the system, and not groups',
    objects: configured({
      ...mapping(SAFE, { claim: 'groups', prefix: '' }),
      userValidationRules: [{ expression: "!user.username.startsWith('system:')" }],
    }),
    expect: 'review',
    findings: [{ verdict: 'review', message: /groups of issuer 1 have no prefix, but a rule speaks of system:/ }],
  },
  {
    given: 'a file that refuses both in one rule',
    objects: configured({
      ...mapping({ claim: 'sub', prefix: '' }, { claim: 'groups', prefix: '' }),
      userValidationRules: [
        { expression: `!user.username.startsWith("system:") && user.groups.all(g, !g.startsWith("system:"))` },
      ],
    }),
    expect: 'pass',
  },
  {
    given: 'a file that refuses names of the system only where something else holds too',
    objects: configured({
      ...mapping({ claim: 'sub', prefix: '' }),
      userValidationRules: [
        { expression: "user.uid == '' || user.uid != '0' && !user.username.startsWith('system:')" },
      ],
    }),
    expect: 'review',
  },
  {
    given: 'a file that asks for names of the system',
    objects: configured({
      ...mapping({ claim: 'sub', prefix: '' }),
      userValidationRules: [{ expression: "user.username.startsWith('system:')" }],
    }),
    expect: 'review',
  },
  {
    given: 'a file with claims that a rule looks at',
    objects: configured({
      ...mapping({ claim: 'sub', prefix: '' }),
      claimValidationRules: [{ expression: "!claims.sub.startsWith('system:')" }],
    }),
    expect: 'review',
  },
  {
    given: 'addresses without a prefix, in flags',
    objects: apiServer([ISSUER, '--oidc-username-claim=email']),
    expect: 'pass',
  },
  {
    given: 'addresses without a prefix, in a file',
    objects: configured(mapping({ claim: 'email', prefix: '' })),
    expect: 'pass',
  },
  {
    given: 'a file with an expression, which a person must read',
    objects: configured(mapping({ expression: 'claims.sub' })),
    expect: 'review',
  },
  { given: 'a file without issuers', objects: configured(), expect: 'not-applicable' },
  {
    given: 'a file that was not collected',
    objects: apiServer(['--authentication-config=/etc/a.yaml']),
    expect: 'unknown',
  },
  ...flagCases({ flag: 'oidc-groups-prefix', passing: 'oidc:', failing: '', beside: [ISSUER, GROUPS] }),
]);
