import check from '../../../checks/kube-scheduler/bind-address.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { bindAddressCases } from '../../support/serving.ts';

describeCheck(check, bindAddressCases('kube-scheduler', 10259));
