import check from '../../../checks/kube-controller-manager/authn-authz.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

const asked = (...flags: readonly string[]) => running('kube-controller-manager', flags);
const KUBECONFIGS = [
  '--authentication-kubeconfig=/etc/kubernetes/a.conf',
  '--authorization-kubeconfig=/etc/kubernetes/a.conf',
];

describeCheck(check, [
  { given: 'both kubeconfigs', objects: asked(...KUBECONFIGS), expect: 'pass' },
  {
    given: 'both kubeconfigs, and health of one kind',
    objects: asked(...KUBECONFIGS, '--authorization-always-allow-paths=/healthz,/livez/ping'),
    expect: 'pass',
  },
  {
    given: 'metrics for anybody',
    objects: asked(...KUBECONFIGS, '--authorization-always-allow-paths=/healthz,/metrics'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /anybody .* \/metrics$/ }],
  },
  {
    given: 'one kubeconfig only',
    objects: asked('--authentication-kubeconfig=/etc/kubernetes/a.conf'),
    expect: 'review',
    findings: [{ verdict: 'review', message: /without both kubeconfigs/ }],
  },
  {
    given: 'paths that cannot be read',
    objects: asked(...KUBECONFIGS, '--authorization-always-allow-paths=$(PATHS)'),
    expect: 'unknown',
  },
  {
    given: 'a version beyond the data',
    objects: running('kube-controller-manager', KUBECONFIGS, '1.99.0'),
    expect: 'unknown',
  },
  ...unknownCases('kube-controller-manager', 'authentication-kubeconfig'),
]);
