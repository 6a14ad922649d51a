import check from '../../../checks/kube-scheduler/secure-port.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { securePortCases } from '../../support/serving.ts';

describeCheck(check, securePortCases('kube-scheduler', { last: '1.22.17', first: '1.23.0', port: 10251 }));
