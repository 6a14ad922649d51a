import check from '../../../checks/kube-controller-manager/csr-signing.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

const asked = (...flags: readonly string[]) => running('kube-controller-manager', flags);
const old = (...flags: readonly string[]) => running('kube-controller-manager', flags, '1.24.17');

describeCheck(check, [
  { given: 'no flag', objects: asked(), expect: 'pass' },
  { given: 'ninety days', objects: asked('--cluster-signing-duration=2160h'), expect: 'pass' },
  {
    given: 'one key for all signers',
    objects: asked('--cluster-signing-cert-file=/ca.crt', '--cluster-signing-key-file=/ca.key'),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /^for 8760h0m0s at most; one key signs for all signers$/ }],
  },
  {
    given: 'a key for each signer',
    objects: asked('--cluster-signing-kubelet-client-cert-file=/k.crt', '--cluster-signing-duration=720h'),
    expect: 'pass',
  },
  {
    given: 'ten years, of which a request may ask for less',
    objects: asked('--cluster-signing-duration=87600h'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^signs for 87600h, unless a request asks for less$/ }],
  },
  { given: 'a minute more than a year', objects: asked('--cluster-signing-duration=8760h1m'), expect: 'fail' },
  {
    given: 'ten years under the old name',
    objects: old('--experimental-cluster-signing-duration=87600h'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^signs for 87600h/ }],
  },
  { given: 'a month under the old name', objects: old('--experimental-cluster-signing-duration=720h'), expect: 'pass' },
  {
    given: 'an old name that cannot be read',
    objects: old('--experimental-cluster-signing-duration=$(LONG)'),
    expect: 'unknown',
  },
  { given: 'no duration', objects: asked('--cluster-signing-duration=1y'), expect: 'unknown' },
  ...unknownCases('kube-controller-manager', 'cluster-signing-duration'),
]);
