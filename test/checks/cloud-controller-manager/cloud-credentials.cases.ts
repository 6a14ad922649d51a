import check from '../../../checks/cloud-controller-manager/cloud-credentials.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, node } from '../../support/objects.ts';

const MANAGER = 'cloud-controller-manager';
const withEnv = (...env: readonly Readonly<Record<string, unknown>>[]) => [controlPlanePod(MANAGER, { env })];
const mounting = (volume: object) => [
  controlPlanePod(MANAGER, {
    flags: ['--cloud-config=/etc/cloud/cloud.conf'],
    spec: { volumes: [{ name: 'cloud', ...volume }] },
    container: { volumeMounts: [{ name: 'cloud', mountPath: '/etc/cloud' }] },
  }),
];

describeCheck(check, [
  { given: 'no login at all, as by the role of its machine', objects: running(MANAGER, []), expect: 'pass' },
  {
    given: 'a variable from a Secret',
    objects: withEnv({ name: 'HCLOUD_TOKEN', valueFrom: { secretKeyRef: { name: 'hcloud', key: 'token' } } }),
    expect: 'pass',
  },
  {
    given: 'a variable by its value',
    objects: withEnv({ name: 'AWS_REGION', value: 'eu-1' }, { name: 'AWS_SECRET_ACCESS_KEY', value: 'example-1' }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^AWS_SECRET_ACCESS_KEY stands in the pod itself$/ }],
  },
  {
    given: 'a variable from a ConfigMap',
    objects: withEnv({ name: 'OS_PASSWORD', valueFrom: { configMapKeyRef: { name: 'openstack', key: 'password' } } }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^OS_PASSWORD comes from ConfigMap openstack$/ }],
  },
  {
    given: 'variables that name files',
    objects: withEnv(
      { name: 'AWS_WEB_IDENTITY_TOKEN_FILE', value: '/var/run/token' },
      { name: 'GOOGLE_APPLICATION_CREDENTIALS', value: '/etc/google.json' },
    ),
    expect: 'pass',
  },
  {
    given: 'an argument by its value',
    objects: running(MANAGER, ['--api-token=example-1']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^the value of --api-token stands in the pod itself$/ }],
  },
  { given: 'a configuration in a Secret', objects: mounting({ secret: { secretName: 'cloud' } }), expect: 'pass' },
  {
    given: 'a configuration in a ConfigMap',
    objects: mounting({ configMap: { name: 'cloud' } }),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /in ConfigMap cloud, which is not read/ }],
  },
  {
    given: 'a configuration on the host, such as azure.json',
    objects: mounting({ hostPath: { path: '/etc/kubernetes' } }),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /on the host is not read/ }],
  },
  {
    given: 'variables from a ConfigMap',
    objects: [controlPlanePod(MANAGER, { container: { envFrom: [{ configMapRef: { name: 'cloud' } }] } })],
    expect: 'unknown',
  },
  {
    given: 'variables from a Secret',
    objects: [controlPlanePod(MANAGER, { container: { envFrom: [{ secretRef: { name: 'cloud' } }] } })],
    expect: 'pass',
  },
  { given: 'an empty configuration', objects: running(MANAGER, ['--cloud-config=']), expect: 'pass' },
  {
    given: 'k3s, in whose process it runs',
    objects: [node('node-1', { kubelet: 'v1.37.2+k3s1', annotations: { 'k3s.io/node-args': '["server"]' } })],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /no pod that was read/ }],
  },
  ...unknownCases(MANAGER, 'cloud-config'),
]);
