import check from '../../../checks/kube-apiserver/version-supported.ts';
import { apiServer } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, node, serverVersion } from '../../support/objects.ts';

const server = (version: string, node: string) => controlPlanePod('kube-apiserver', { version, node });

describeCheck(check, [
  { given: 'a minor that gets patches', objects: apiServer([], '1.37.0'), expect: 'pass' },
  {
    given: 'a minor that gets none any more',
    objects: apiServer([], '1.33.13'),
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { name: 'kube-apiserver-node-1' }, message: /1\.33 ended on 2026-06-28/ }],
  },
  {
    given: 'the last day of a minor',
    objects: apiServer([], '1.34.12'),
    now: '2026-10-27T23:59:59Z',
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /^gets patches until 2026-10-27: 0 days left$/ }],
  },
  { given: 'the day after', objects: apiServer([], '1.34.12'), now: '2026-10-28T00:00:00Z', expect: 'fail' },
  {
    given: 'one of two servers left behind',
    objects: [serverVersion('v1.34.1'), server('1.34.1', 'node-1'), server('1.33.1', 'node-2')],
    expect: 'fail',
    findings: [{ verdict: 'fail', subject: { name: 'kube-apiserver-node-2' } }],
  },
  {
    given: 'no server that is visible, and /version',
    objects: [serverVersion('v1.37.2')],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'APIServer', name: 'kube-apiserver' } }],
  },
  {
    given: 'an image without a version, and /version',
    objects: [
      serverVersion('v1.33.2'),
      controlPlanePod('kube-apiserver', { image: 'registry.example/server@sha256:1' }),
    ],
    expect: 'fail',
  },
  {
    given: 'an old minor that Amazon may patch',
    objects: [serverVersion('v1.31.9-eks-1a2b3c4')],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /EKS|Amazon|vendor/ }],
  },
  { given: 'a new minor on EKS', objects: [serverVersion('v1.37.1-eks-1a2b3c4')], expect: 'pass' },
  {
    given: 'an old minor of k3s, which patches as upstream does',
    objects: [serverVersion('v1.32.4+k3s1')],
    expect: 'fail',
  },
  { given: 'an old build of somebody', objects: [serverVersion('v1.32.4+abc1234')], expect: 'unknown' },
  {
    given: 'kubelets of an old minor, which are no API server',
    objects: [...apiServer([], '1.37.0'), node('node-1', { kubelet: 'v1.31.0' })],
    expect: 'pass',
  },
  {
    given: 'an old server whose pod is seen, and a newer /version, as a proxy or another replica gives it',
    objects: [serverVersion('v1.37.2'), server('1.33.1', 'node-1')],
    expect: 'fail',
  },
  { given: 'a version beyond the data', objects: apiServer([], '1.99.0'), expect: 'unknown' },
  { given: 'a version that is none', objects: [serverVersion('latest')], expect: 'unknown' },
]);
