import check from '../../../checks/kube-controller-manager/secure-port.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { securePortCases } from '../../support/serving.ts';

describeCheck(check, securePortCases('kube-controller-manager', { last: '1.21.14', first: '1.22.0', port: 10252 }));
