import check from '../../../checks/kube-controller-manager/root-ca.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

const asked = (...flags: readonly string[]) => running('kube-controller-manager', flags);

describeCheck(check, [
  { given: 'a file', objects: asked('--root-ca-file=/etc/kubernetes/pki/ca.crt'), expect: 'pass' },
  {
    given: 'a file, and more controllers',
    objects: asked('--root-ca-file=/ca.crt', '--controllers=*,tokencleaner'),
    expect: 'pass',
  },
  {
    given: 'the publisher switched off',
    objects: asked('--root-ca-file=/ca.crt', '--controllers=*,-root-ca-certificate-publisher-controller'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /switched off/ }],
  },
  {
    given: 'the publisher not among those named',
    objects: asked('--root-ca-file=/ca.crt', '--controllers=namespace-controller'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /not among/ }],
  },
  {
    given: 'the publisher among those named',
    objects: asked('--root-ca-file=/ca.crt', '--controllers=root-ca-cert-publisher'),
    expect: 'pass',
  },
  {
    given: 'no file',
    objects: asked(),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /kubeconfig on the host/ }],
  },
  ...unknownCases('kube-controller-manager', 'root-ca-file'),
]);
