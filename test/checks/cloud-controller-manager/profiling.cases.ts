import check from '../../../checks/cloud-controller-manager/profiling.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { profilingCases } from '../../support/serving.ts';

describeCheck(check, profilingCases('cloud-controller-manager'));
