import check from '../../../checks/kube-scheduler/authn-authz-kubeconfig.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { delegationCases } from '../../support/serving.ts';

describeCheck(check, delegationCases('kube-scheduler', 'unknown'));
