import check from '../../../checks/kubelet/rotate-certificates.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases, kubelet } from '../../support/kubelets.ts';

describeCheck(check, [
  ...fieldCases({
    field: 'rotateCertificates',
    passing: true,
    failing: false,
    omitted: 'fail',
  }),
  {
    given: 'k3s, which renews it at its start',
    objects: kubelet({ rotateCertificates: false }, '1.37.1+k3s1'),
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /k3s/ }],
  },
  { given: 'k3s that also rotates', objects: kubelet({ rotateCertificates: true }, '1.37.1+k3s1'), expect: 'pass' },
  {
    given: 'a node of EKS, which may have no certificate',
    objects: kubelet({ rotateCertificates: false }, '1.34.1-eks-1a2b3c4'),
    expect: 'unknown',
  },
]);
