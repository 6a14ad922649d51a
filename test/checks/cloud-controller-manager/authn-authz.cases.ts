import check from '../../../checks/cloud-controller-manager/authn-authz.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { delegationCases } from '../../support/serving.ts';

describeCheck(check, delegationCases('cloud-controller-manager', 'pass'));
