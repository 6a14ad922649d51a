import check from '../../../checks/kube-controller-manager/rotate-kubelet-cert.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

const asked = (...flags: readonly string[]) => running('kube-controller-manager', flags);

describeCheck(check, [
  { given: 'no gates', objects: asked(), expect: 'pass' },
  { given: 'other gates', objects: asked('--feature-gates=AllAlpha=false,ComponentFlagz=false'), expect: 'pass' },
  { given: 'the gate on', objects: asked('--feature-gates=RotateKubeletServerCertificate=true'), expect: 'pass' },
  {
    given: 'the gate off',
    objects: asked('--feature-gates=RotateKubeletServerCertificate=false'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /RotateKubeletServerCertificate=false/ }],
  },
  {
    given: 'the gate off, with its component',
    objects: asked('--feature-gates=kube:RotateKubeletServerCertificate=false'),
    expect: 'fail',
  },
  {
    given: 'the gate off, as a number',
    objects: asked('--feature-gates=RotateKubeletServerCertificate=0'),
    expect: 'fail',
  },
  {
    given: 'the gate off, then on',
    objects: asked(...['F', 'T'].map((value) => `--feature-gates=RotateKubeletServerCertificate=${value}`)),
    expect: 'pass',
  },
  { given: 'all gates in beta off', objects: asked('--feature-gates=AllBeta=false'), expect: 'fail' },
  {
    given: 'all gates in beta off but this',
    objects: asked('--feature-gates=AllBeta=false,RotateKubeletServerCertificate=true'),
    expect: 'pass',
  },
  ...unknownCases('kube-controller-manager', 'feature-gates'),
]);
