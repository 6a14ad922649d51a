import check from '../../../checks/kubelet/client-ca-file.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases } from '../../support/kubelets.ts';

describeCheck(check, [
  ...fieldCases({
    field: 'authentication.x509.clientCAFile',
    passing: '/etc/kubernetes/pki/ca.crt',
    failing: '',
    omitted: 'fail',
  }),
]);
