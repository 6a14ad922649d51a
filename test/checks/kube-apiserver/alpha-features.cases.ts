import check from '../../../checks/kube-apiserver/alpha-features.ts';
import { apiServer, apiServers } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { counting } from '../../support/metrics.ts';
import { controlPlanePod, serverVersion } from '../../support/objects.ts';

const gate = (name: string, stage: string, value = 1) =>
  `kubernetes_feature_enabled{name="${name}",stage="${stage}"} ${value}`;

describeCheck(check, [
  { given: 'nothing switched on', objects: apiServer([]), expect: 'pass' },
  {
    given: 'all of alpha',
    objects: apiServer(['--feature-gates=AllAlpha=true']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /AllAlpha/ }],
  },
  { given: 'all of beta', objects: apiServer(['--feature-gates=Some=false,AllBeta=true']), expect: 'fail' },
  { given: 'all of beta off', objects: apiServer(['--feature-gates=AllBeta=false']), expect: 'pass' },
  { given: 'all alpha APIs', objects: apiServer(['--runtime-config=api/alpha=true']), expect: 'fail' },
  { given: 'all APIs', objects: apiServer(['--runtime-config=api/all']), expect: 'fail' },
  {
    given: 'one alpha API, by its name alone',
    objects: apiServer(['--runtime-config=storage.k8s.io/v1alpha1']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /storage\.k8s\.io\/v1alpha1/ }],
  },
  {
    given: 'one alpha API switched off',
    objects: apiServer(['--runtime-config=storage.k8s.io/v1alpha1=false']),
    expect: 'pass',
  },
  { given: 'one beta API', objects: apiServer(['--runtime-config=storage.k8s.io/v1beta1=true']), expect: 'pass' },
  {
    given: 'an alpha gate, whose stage the metrics tell',
    objects: counting([gate('NewThing', 'ALPHA')], ['--feature-gates=NewThing=true']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /NewThing/ }],
  },
  {
    given: 'a beta gate, one of general availability and one that is off',
    objects: counting(
      [gate('Tried', 'BETA'), gate('Done', ''), gate('Off', 'ALPHA', 0)],
      ['--feature-gates=Tried=true,kube:Done=true,Off=false'],
    ),
    expect: 'pass',
  },
  {
    given: 'a gate whose stage nothing tells',
    objects: apiServer(['--feature-gates=NewThing=true']),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /NewThing/ }],
  },
  {
    given: 'a gate that is on though the flags do not say so',
    objects: counting([gate('NewThing', 'ALPHA')]),
    expect: 'fail',
  },
  {
    given: 'the one alpha gate that was on by default',
    objects: counting([gate('WindowsHostNetwork', 'ALPHA')]),
    expect: 'pass',
  },
  {
    given: 'two API servers, of which the metrics of one tell the stage for both',
    objects: [
      ...counting([gate('NewThing', 'ALPHA')], ['--feature-gates=NewThing=true']),
      controlPlanePod('kube-apiserver', { flags: [], node: 'node-2' }),
    ],
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { name: 'kube-apiserver-node-1' } },
      { verdict: 'pass', subject: { name: 'kube-apiserver-node-2' } },
    ],
  },
  { given: 'replicas that disagree', objects: apiServers([], ['--feature-gates=AllAlpha=true']), expect: 'fail' },
  { given: 'gates from a variable', objects: apiServer(['--feature-gates=$(GATES)']), expect: 'unknown' },
  { given: 'no API server that is visible', objects: [serverVersion()], expect: 'unknown' },
]);
