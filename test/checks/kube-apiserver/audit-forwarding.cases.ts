import check from '../../../checks/kube-apiserver/audit-forwarding.ts';
import { apiServer } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, daemonSet, serverVersion } from '../../support/objects.ts';

const LOG = '/var/log/kubernetes/audit.log';
const POLICY = '--audit-policy-file=/etc/policy.yaml';
const WEBHOOK = '--audit-webhook-config-file=/etc/a.yaml';
const logging = [
  serverVersion(),
  controlPlanePod('kube-apiserver', {
    flags: [POLICY, `--audit-log-path=${LOG}`],
    spec: { volumes: [{ name: 'logs', hostPath: { path: '/var/log/kubernetes' } }] },
    container: { volumeMounts: [{ name: 'logs', mountPath: '/var/log/kubernetes' }] },
  }),
];
const shipper = (path: string, tolerations: readonly object[]) =>
  daemonSet('shipper', { spec: { tolerations, volumes: [{ name: 'logs', hostPath: { path } }] } });
const CONTROL_PLANE = [{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' }];

describeCheck(check, [
  { given: 'a webhook', objects: apiServer([POLICY, WEBHOOK]), expect: 'pass' },
  {
    given: 'a webhook to which nothing is sent, since no policy is set',
    objects: apiServer([WEBHOOK]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /no policy is set/ }],
  },
  { given: 'a webhook, and a policy that is not known', objects: apiServer([WEBHOOK], '1.99.0'), expect: 'unknown' },
  {
    given: 'a file, and what is on the host does not show',
    objects: logging,
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /program on the host/ }],
  },
  {
    given: 'a shipper that mounts its folder',
    objects: [...logging, shipper('/var/log/', CONTROL_PLANE)],
    expect: 'review',
  },
  {
    given: 'a shipper that mounts the file alone',
    objects: [...logging, shipper(LOG, CONTROL_PLANE)],
    expect: 'review',
  },
  {
    given: 'a shipper that mounts a file whose name begins alike',
    objects: [...logging, shipper('/var/log/kubernetes/audit', CONTROL_PLANE)],
    expect: 'unknown',
  },
  {
    given: 'a shipper that mounts another',
    objects: [...logging, shipper('/var/log/pods', CONTROL_PLANE)],
    expect: 'unknown',
  },
  {
    given: 'a shipper that does not run on control-plane nodes',
    objects: [...logging, shipper('/var/log', [])],
    expect: 'unknown',
  },
  {
    given: 'its output, which the kubelet keeps',
    objects: apiServer([POLICY, '--audit-log-path=-']),
    expect: 'unknown',
  },
  { given: 'a log that goes nowhere', objects: apiServer([POLICY, '--audit-log-path=/dev/null']), expect: 'fail' },
  {
    given: 'no audit log at all',
    objects: apiServer([]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /no audit event/ }],
  },
  { given: 'no API server that is visible', objects: [serverVersion()], expect: 'unknown' },
]);
