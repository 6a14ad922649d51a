import check from '../../../checks/workloads/privilege-escalation.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { container, controlPlanePod, deployment, pod } from '../../support/objects.ts';

const NO = { securityContext: { allowPrivilegeEscalation: false } };

describeCheck(check, [
  {
    given: 'a pod that says nothing, which allows it',
    objects: [pod('plain')],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { name: 'plain' }, message: /does not forbid/ }],
  },
  {
    given: 'containers that all forbid it',
    objects: [
      pod('web', {
        containers: [container('a', NO), container('b', NO)],
        spec: { initContainers: [container('i', NO)] },
      }),
    ],
    expect: 'pass',
  },
  {
    given: 'a container that allows it, and one that says nothing',
    objects: [
      pod('web', {
        containers: [
          container('a', NO),
          container('b', { securityContext: { allowPrivilegeEscalation: true } }),
          container('c'),
        ],
      }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^container b allows gaining privileges, and 1 more with another fault$/ }],
  },
  {
    given: 'an init container that says nothing',
    objects: [deployment('web', { containers: [container('a', NO)], spec: { initContainers: [container('i')] } })],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'Deployment' }, message: /container i/ }],
  },
  { given: 'a Windows pod', objects: [pod('win', { spec: { os: { name: 'windows' } } })], expect: 'not-applicable' },
  {
    given: 'kube-proxy, which has to be privileged',
    objects: [controlPlanePod('kube-proxy', { container: { securityContext: { privileged: true } } })],
    expect: 'not-applicable',
  },
  {
    given: 'a kube-proxy that is not privileged',
    objects: [controlPlanePod('kube-proxy')],
    expect: 'fail',
  },
  { given: 'no pods at all', objects: [], expect: 'not-applicable' },
  {
    given: 'a pod that has ended and one whose containers are no list',
    objects: [
      pod('done', { phase: 'Succeeded', containers: [container('app')] }),
      { ...pod('odd'), spec: { containers: 'many' } },
    ],
    expect: 'unknown',
  },
]);
