import check from '../../../checks/kubelet/rotate-server-certificates.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases, kubelet } from '../../support/kubelets.ts';

describeCheck(check, [
  ...fieldCases({
    field: 'serverTLSBootstrap',
    passing: true,
    failing: false,
    omitted: 'fail',
  }),
  {
    given: 'the certificate that the kubelet makes',
    objects: kubelet({ tlsCertFile: '/var/lib/kubelet/pki/kubelet.crt' }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /itself/ }],
  },
  {
    given: 'a certificate that is no path',
    objects: kubelet({ tlsCertFile: { odd: { odder: 1 } } }),
    expect: 'unknown',
  },
  {
    given: 'a certificate from elsewhere',
    objects: kubelet({ tlsCertFile: '/etc/kubelet/serving.crt' }),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /serving\.crt/ }],
  },
  {
    given: 'the feature gate switched off',
    objects: kubelet({ serverTLSBootstrap: true, featureGates: { RotateKubeletServerCertificate: false } }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /feature gate/ }],
  },
  {
    given: 'the feature gate on',
    objects: kubelet({ serverTLSBootstrap: true, featureGates: { RotateKubeletServerCertificate: true } }),
    expect: 'pass',
  },
  { given: 'k3s, which signs it', objects: kubelet({}, '1.37.1+rke2r1'), expect: 'not-applicable' },
]);
