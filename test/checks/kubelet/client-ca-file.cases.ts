import check from '../../../checks/kubelet/client-ca-file.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases, kubelet } from '../../support/kubelets.ts';

describeCheck(check, [
  ...fieldCases({
    field: 'authentication.x509.clientCAFile',
    passing: '/etc/kubernetes/pki/ca.crt',
    failing: '',
    omitted: 'fail',
  }),
  {
    given: 'a file that need not be the CA of the cluster',
    objects: kubelet({ authentication: { x509: { clientCAFile: '/opt/other/ca.pem' } } }),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /CA of the cluster is not visible/ }],
  },
]);
