import check from '../../../checks/kube-scheduler/config-file.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';

const asked = (...flags: readonly string[]) => running('kube-scheduler', flags);
const old = (...flags: readonly string[]) => running('kube-scheduler', flags, '1.22.17');

describeCheck(check, [
  { given: 'no file', objects: asked('--kubeconfig=/etc/kubernetes/scheduler.conf'), expect: 'pass' },
  { given: 'the empty text', objects: asked('--config='), expect: 'pass' },
  {
    given: 'a file, whose content is not visible',
    objects: asked('--config=/etc/kubernetes/scheduler.yaml'),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /\/etc\/kubernetes\/scheduler\.yaml on the host/ }],
  },
  {
    given: 'a Policy',
    objects: old('--policy-config-file=/etc/kubernetes/policy.json'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /--policy-config-file.*1\.23 removed it/ }],
  },
  {
    given: 'a Policy beside a file',
    objects: old('--policy-configmap=scheduler-policy', '--config=/etc/kubernetes/scheduler.yaml'),
    expect: 'fail',
  },
  { given: 'a Policy of no name', objects: old('--policy-configmap='), expect: 'pass' },
  { given: 'a Policy that cannot be read', objects: old('--policy-config-file=$(FILE)'), expect: 'unknown' },
  ...unknownCases('kube-scheduler', 'config'),
]);
