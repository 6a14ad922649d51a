import check from '../../../checks/kube-controller-manager/sa-key.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod } from '../../support/objects.ts';

const asked = (...flags: readonly string[]) => running('kube-controller-manager', flags);

describeCheck(check, [
  { given: 'a key', objects: asked('--service-account-private-key-file=/etc/kubernetes/pki/sa.key'), expect: 'pass' },
  { given: 'no key', objects: asked(), expect: 'fail', findings: [{ verdict: 'fail', message: /no key/ }] },
  {
    given: 'no key, and an API server that signs by itself',
    objects: [...asked(), controlPlanePod('kube-apiserver', { flags: ['--service-account-signing-key-file=/sa.key'] })],
    expect: 'fail',
  },
  {
    given: 'no key, and an external signer',
    objects: [
      ...asked(),
      controlPlanePod('kube-apiserver', { flags: ['--service-account-signing-endpoint=/run/signer.sock'] }),
    ],
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /external signer/ }],
  },
  ...unknownCases('kube-controller-manager', 'service-account-private-key-file'),
]);
