import check from '../../../checks/kube-controller-manager/profiling.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { profilingCases } from '../../support/serving.ts';

describeCheck(check, profilingCases('kube-controller-manager'));
