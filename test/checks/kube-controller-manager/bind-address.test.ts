import check from '../../../checks/kube-controller-manager/bind-address.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { bindAddressCases } from '../../support/serving.ts';

describeCheck(check, bindAddressCases('kube-controller-manager', 10257));
