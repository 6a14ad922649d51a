import check from '../../../checks/service-accounts/token-mounted-needlessly.ts';
import { describeCheck } from '../../support/describe-check.ts';
import {
  account,
  clusterRole,
  clusterRoleBinding,
  container,
  controlPlanePod,
  group,
  pod,
  rule,
  serviceAccount,
  user,
} from '../../support/objects.ts';

const APP = [
  serviceAccount('app'),
  pod('web', { spec: { serviceAccountName: 'app' } }),
  clusterRole('reader', [rule(['get'], ['pods'])]),
];

const withToken = (name: string, spec: object = {}, token: object = {}) =>
  pod('web', {
    spec: {
      serviceAccountName: 'app',
      containers: [container('web', { volumeMounts: [{ name, mountPath: '/token' }] })],
      volumes: [{ name, projected: { sources: [{ serviceAccountToken: { path: 'token', ...token } }] } }],
      ...spec,
    },
  });

describeCheck(check, [
  {
    given: 'an account that has rights',
    objects: [...APP, clusterRoleBinding('app', 'reader', [account('app')])],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { name: 'web' }, message: /token of app, which has rights/ }],
  },
  {
    given: 'an account that has rights by several bindings',
    objects: [
      ...APP,
      clusterRoleBinding('b', 'reader', [user('system:serviceaccount:default:app')]),
      clusterRoleBinding('a', 'reader', [account('app')]),
    ],
    expect: 'pass',
  },
  {
    given: 'rights under its user name, or by the group of its namespace',
    objects: [
      ...APP,
      clusterRoleBinding('app', 'reader', [user('system:serviceaccount:default:app')]),
      serviceAccount('other', 'shop'),
      pod('other', { namespace: 'shop', spec: { serviceAccountName: 'other' } }),
      clusterRoleBinding('shop', 'reader', [group('system:serviceaccounts:shop')]),
    ],
    expect: 'pass',
  },
  {
    given: 'an account without any right',
    objects: APP,
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { name: 'web' }, message: /token of app, which no binding gives a right/ }],
  },
  {
    given: 'an account with no more than every login has',
    objects: [
      ...APP,
      clusterRole('system:discovery', [{ verbs: ['get'], nonResourceURLs: ['/api', '/api/*'] }]),
      clusterRoleBinding('system:discovery', 'system:discovery', [group('system:authenticated')]),
    ],
    expect: 'fail',
  },
  {
    given: 'rights of an account of that name in another namespace',
    objects: [...APP, clusterRoleBinding('app', 'reader', [account('app', 'shop')])],
    expect: 'fail',
  },
  {
    given: 'no token, by the pod or by the account',
    objects: [
      serviceAccount('app'),
      pod('web', { spec: { serviceAccountName: 'app', automountServiceAccountToken: false } }),
      serviceAccount('idle', 'default', { automountServiceAccountToken: false }),
      pod('idle', { spec: { serviceAccountName: 'idle' } }),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { name: 'idle' }, message: /gets no token/ }],
  },
  {
    given: 'a token that is projected by hand',
    objects: [serviceAccount('app'), withToken('by-hand', { automountServiceAccountToken: false })],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { name: 'web' }, message: /gets a token of app/ }],
  },
  {
    given: 'a token that the pod got before its account was changed',
    objects: [
      serviceAccount('app', 'default', { automountServiceAccountToken: false }),
      withToken('kube-api-access-x7k2p'),
    ],
    expect: 'fail',
  },
  {
    given: 'a token for somebody else than the API server',
    objects: [
      serviceAccount('app'),
      withToken('vault', { automountServiceAccountToken: false }, { audience: 'vault' }),
    ],
    expect: 'pass',
  },
  {
    given: 'a token under the name of the API server',
    objects: [
      serviceAccount('app'),
      withToken('own', { automountServiceAccountToken: false }, { audience: 'https://kubernetes.default.svc' }),
    ],
    expect: 'fail',
  },
  {
    given: 'a token volume that no container mounts',
    objects: [
      serviceAccount('app'),
      withToken('unused', { automountServiceAccountToken: false, containers: [container('web')] }),
    ],
    expect: 'pass',
  },
  {
    given: 'bindings that cannot be read',
    objects: [...APP, { ...clusterRoleBinding('odd', 'reader', []), subjects: 'everybody' }],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', subject: { name: 'web' } }],
  },
  {
    given: 'static pods, which have no account',
    objects: [controlPlanePod('kube-apiserver')],
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', subject: { kind: 'Pod', name: 'kube-apiserver-node-1' } }],
  },
  {
    given: 'a pod of users that names no account',
    objects: [serviceAccount('default'), pod('bare')],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', subject: { name: 'bare' }, message: /no API server has completed it/ }],
  },
  { given: 'no pods at all', objects: [serviceAccount('default')], expect: 'not-applicable' },
  {
    given: 'accounts that cannot be read',
    objects: [
      pod('web', { spec: { serviceAccountName: 'default' } }),
      { ...serviceAccount('default'), automountServiceAccountToken: 'no' },
    ],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', subject: { kind: 'Pod', name: 'web' } }],
  },
]);
