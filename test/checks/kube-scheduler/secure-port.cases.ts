import check from '../../../checks/kube-scheduler/secure-port.ts';
import { running } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { securePortCases } from '../../support/serving.ts';

describeCheck(check, [
  ...securePortCases('kube-scheduler', { last: '1.22.17', first: '1.23.0', port: 10251 }),
  {
    given: 'the plain port off beside a file, which some releases then take it from',
    objects: running('kube-scheduler', ['--port=0', '--config=/etc/kubernetes/scheduler.yaml'], '1.21.14'),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /set in \/etc\/kubernetes\/scheduler\.yaml/ }],
  },
]);
