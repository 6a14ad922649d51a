import check from '../../../checks/kube-scheduler/tls-min-version.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { tlsMinVersionCases } from '../../support/serving.ts';

describeCheck(check, tlsMinVersionCases('kube-scheduler'));
