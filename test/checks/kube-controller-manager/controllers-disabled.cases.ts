import check from '../../../checks/kube-controller-manager/controllers-disabled.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

const asked = (...flags: readonly string[]) => running('kube-controller-manager', flags);
const NAMED =
  '--controllers=serviceaccount,serviceaccount-token,root-ca-cert-publisher,csrcleaner,namespace,clusterrole-aggregation,ttl';

describeCheck(check, [
  { given: 'no flag', objects: asked(), expect: 'pass' },
  { given: "kubeadm's list", objects: asked('--controllers=*,bootstrapsigner,tokencleaner'), expect: 'pass' },
  { given: 'another controller switched off', objects: asked('--controllers=*,-cronjob-controller'), expect: 'pass' },
  {
    given: 'one switched off',
    objects: asked('--controllers=*,-serviceaccount-token-controller'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^the controller serviceaccount-token-controller is switched off$/ }],
  },
  {
    given: 'two switched off, by names of old',
    objects: asked('--controllers=*,-csrcleaner', '--controllers=-root-ca-cert-publisher'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /root-ca-cert-publisher is switched off; .*csrcleaner is switched off/ }],
  },
  {
    given: 'named first, then switched off, of which the first counts',
    objects: asked('--controllers=*,ttl,-ttl'),
    expect: 'pass',
  },
  {
    given: 'a list without *',
    objects: asked('--controllers=namespace-controller'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /serviceaccount-controller is not among/ }],
  },
  {
    given: 'a list without *, of a release that has no more',
    objects: running('kube-controller-manager', [NAMED], '1.27.16'),
    expect: 'pass',
  },
  { given: 'the same list of a release that has more', objects: asked(NAMED), expect: 'fail' },
  {
    given: 'a controller of late switched off, and a version that cannot be told',
    objects: running(
      'kube-controller-manager',
      ['--controllers=*,-validatingadmissionpolicy-status-controller'],
      'new',
    ),
    expect: 'fail',
  },
  ...unknownCases('kube-controller-manager', 'controllers'),
]);
