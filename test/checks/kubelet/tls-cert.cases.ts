import check from '../../../checks/kubelet/tls-cert.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { configCases, kubelet } from '../../support/kubelets.ts';

const files = (certificate: unknown, key: unknown = '/etc/kubernetes/kubelet/key.pem') => ({
  tlsCertFile: certificate,
  tlsPrivateKeyFile: key,
});
const OWN = files('/var/lib/kubelet/pki/kubelet.crt', '/var/lib/kubelet/pki/kubelet.key');

describeCheck(check, [
  ...configCases({
    // With the requested certificate there is no file, and files need not end in .crt.
    passing: { serverTLSBootstrap: true },
    failing: OWN,
    odd: files({ odd: { odder: true } }),
    omitted: 'fail',
  }),
  {
    given: 'files of the administrator, whatever they are called',
    objects: kubelet(files('/etc/kubernetes/kubelet/cert.pem')),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /who signed it is not visible/ }],
  },
  {
    given: 'the files of k3s',
    objects: kubelet(
      files('/var/lib/rancher/k3s/agent/serving-kubelet.crt', '/var/lib/rancher/k3s/agent/serving-kubelet.key'),
      '1.37.1+k3s1',
    ),
    expect: 'pass',
  },
  {
    given: 'a certificate without a key',
    objects: kubelet(files('/etc/kubernetes/kubelet/cert.pem', '')),
    expect: 'fail',
  },
  {
    given: 'a file that is called like the one of its own making, elsewhere',
    objects: kubelet(files('/etc/kubernetes/pki/kubelet.crt', '/etc/kubernetes/pki/kubelet.key')),
    expect: 'unknown',
  },
  {
    given: 'the certificate of its own making on Windows',
    objects: kubelet(files('C:\\var\\lib\\kubelet\\pki\\kubelet.crt')),
    expect: 'fail',
  },
  {
    given: 'a requested certificate with the gate off',
    objects: kubelet({ serverTLSBootstrap: true, featureGates: { RotateKubeletServerCertificate: false } }),
    expect: 'fail',
  },
  {
    given: 'a requested certificate and files beside it',
    objects: kubelet({ serverTLSBootstrap: true, ...OWN }),
    expect: 'pass',
  },
]);
