import check from '../../../checks/kube-apiserver/admission-always-pull-images.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { kubeletConfigz, node } from '../../support/objects.ts';

const on = '--enable-admission-plugins=AlwaysPullImages';
const policy = (name: string, value?: string) =>
  kubeletConfigz(name, value === undefined ? {} : { imagePullCredentialsVerificationPolicy: value });

describeCheck(check, [
  { given: 'the plugin', objects: apiServer([on]), expect: 'pass' },
  {
    given: 'no plugin, and kubelets that verify credentials',
    objects: [...apiServer([]), node('node-1'), policy('node-1', 'NeverVerifyPreloadedImages')],
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /kubelets verify/ }],
  },
  {
    given: 'no plugin, and one kubelet that does not',
    objects: [
      ...apiServer([]),
      node('node-1'),
      policy('node-1', 'AlwaysVerify'),
      node('node-2'),
      policy('node-2', 'NeverVerify'),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /AlwaysPullImages is off/ }],
  },
  {
    given: 'no plugin, and kubelets too old to verify',
    objects: [...apiServer([]), node('node-1', { kubelet: 'v1.34.2' }), policy('node-1')],
    expect: 'fail',
  },
  {
    given: 'the plugin, and kubelets that do not verify',
    objects: [...apiServer([on]), node('node-1'), policy('node-1', 'NeverVerify')],
    expect: 'pass',
  },
  {
    given: 'no plugin, and one kubelet that is not read',
    objects: [...apiServer([]), node('node-1'), policy('node-1', 'AlwaysVerify'), node('node-2')],
    expect: 'unknown',
  },
  { given: 'no plugin and no node', objects: apiServer([]), expect: 'unknown' },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  ...flagCases({
    flag: 'enable-admission-plugins',
    passing: 'AlwaysPullImages',
    failing: 'NodeRestriction',
    type: 'list',
    // Without the plugin it is for the kubelets to tell, of which none is seen.
  }).map(({ given, objects, expect }) => ({
    given,
    objects,
    expect: expect === 'fail' ? ('unknown' as const) : expect,
  })),
]);
