import check from '../../../checks/kube-controller-manager/authn-authz.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { delegationCases } from '../../support/serving.ts';

describeCheck(check, delegationCases('kube-controller-manager', 'unknown'));
