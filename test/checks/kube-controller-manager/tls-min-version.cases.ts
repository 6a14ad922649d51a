import check from '../../../checks/kube-controller-manager/tls-min-version.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { tlsMinVersionCases } from '../../support/serving.ts';

describeCheck(check, tlsMinVersionCases('kube-controller-manager'));
