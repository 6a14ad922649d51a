import check from '../../../checks/kube-apiserver/statusz-version.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, serverVersion, statusz } from '../../support/objects.ts';

const one = controlPlanePod('kube-apiserver');
const two = controlPlanePod('kube-apiserver', { node: 'node-2' });

describeCheck(check, [
  { given: 'one version', objects: [one, serverVersion('v1.37.2'), statusz('1.37.2')], expect: 'pass' },
  { given: 'a build of a vendor', objects: [one, serverVersion('v1.37.2+k3s1'), statusz('1.37.2')], expect: 'pass' },
  {
    given: 'another patch',
    objects: [one, serverVersion('v1.37.2'), statusz('1.37.1')],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { kind: 'Pod', name: 'kube-apiserver-node-1' }, message: /1\.37\.1/ }],
  },
  {
    given: 'another patch, and two API servers that may have answered',
    objects: [one, two, serverVersion('v1.37.2'), statusz('1.37.1')],
    expect: 'unknown',
  },
  {
    given: 'no version that can be read',
    objects: [one, serverVersion('v1.37.2'), statusz('newest')],
    expect: 'unknown',
  },
  { given: 'a server without it', objects: [one, serverVersion('v1.34.4')], expect: 'unknown' },
]);
