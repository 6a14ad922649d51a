import check from '../../../checks/kube-apiserver/authz-webhook-failopen.ts';
import { apiServer } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { authorizationConfig, withFile } from '../../support/host-files.ts';
import { counting } from '../../support/metrics.ts';
import { controlPlanePod, metrics, serverVersion } from '../../support/objects.ts';

const configured = (...policies: readonly (string | undefined)[]) => {
  const webhooks = policies.map((failurePolicy, index) => ({
    type: 'Webhook',
    name: `w${index}`,
    webhook: { failurePolicy },
  }));
  const text = JSON.stringify({
    kind: 'AuthorizationConfiguration',
    authorizers: [{ type: 'Node', name: 'node' }, ...webhooks, { type: 'RBAC', name: 'rbac' }],
  });
  return withFile('kube-apiserver', { flag: 'authorization-config', text });
};
const FAILED = 'apiserver_authorization_webhook_evaluations_fail_open_total{name="w0",result="timeout"} 3';
const LEGACY = ['--authorization-mode=Node,Webhook,RBAC', '--authorization-webhook-config-file=/etc/w.yaml'];

describeCheck(check, [
  { given: 'webhooks that deny when they fail', objects: configured('Deny', 'Deny'), expect: 'pass' },
  {
    given: 'one without an opinion when it fails, which may be right',
    objects: configured('Deny', 'NoOpinion'),
    expect: 'review',
    findings: [{ verdict: 'review', message: /NoOpinion/ }],
  },
  { given: 'one with a policy that is not known', objects: configured(undefined), expect: 'unknown' },
  {
    given: 'one that failed while requests passed it',
    objects: [...configured('NoOpinion'), metrics([FAILED])],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /let requests pass/ }],
  },
  {
    given: 'flags, which give no opinion when the webhook fails',
    objects: apiServer(LEGACY),
    expect: 'review',
  },
  { given: 'flags, and requests that passed', objects: counting([FAILED], LEGACY), expect: 'fail' },
  {
    given: 'flags of two API servers, and requests that one of them let pass',
    objects: [...counting([FAILED], LEGACY), controlPlanePod('kube-apiserver', { flags: LEGACY, node: 'node-2' })],
    expect: 'fail',
    findings: [
      { verdict: 'review', subject: { name: 'kube-apiserver-node-1' } },
      { verdict: 'review', subject: { name: 'kube-apiserver-node-2' } },
      { verdict: 'fail', subject: { kind: 'Endpoint', name: '/metrics' }, message: /let requests pass/ },
    ],
  },
  { given: 'no webhook', objects: apiServer(['--authorization-mode=Node,RBAC']), expect: 'not-applicable' },
  {
    given: 'no webhook in the file',
    objects: withFile('kube-apiserver', { flag: 'authorization-config', text: authorizationConfig('Node', 'RBAC') }),
    expect: 'not-applicable',
  },
  {
    given: 'a file that was not collected, and requests that passed',
    objects: counting([FAILED], ['--authorization-config=/etc/a.yaml']),
    expect: 'fail',
  },
  {
    given: 'a file that was not collected',
    objects: apiServer(['--authorization-config=/etc/a.yaml']),
    expect: 'unknown',
  },
  { given: 'no API server that is visible', objects: [serverVersion()], expect: 'unknown' },
]);
