import check from '../../../checks/cloud-controller-manager/bind-address.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { bindAddressCases } from '../../support/serving.ts';

describeCheck(check, bindAddressCases('cloud-controller-manager', 10258));
