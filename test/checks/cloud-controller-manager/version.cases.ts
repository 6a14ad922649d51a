import check from '../../../checks/cloud-controller-manager/version.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, node, serverVersion } from '../../support/objects.ts';

const AWS = 'registry.k8s.io/provider-aws/cloud-controller-manager';
const beside = (server: string, image: string) => [
  serverVersion(`v${server}`),
  controlPlanePod('cloud-controller-manager', { image }),
];

describeCheck(check, [
  { given: 'the minor of the API server', objects: beside('1.37.2', `${AWS}:v1.37.0`), expect: 'pass' },
  { given: 'one minor before it', objects: beside('1.37.2', `${AWS}:v1.36.1`), expect: 'pass' },
  {
    given: 'two minors before it',
    objects: beside('1.37.2', `${AWS}:v1.35.0`),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /runs 1\.35\.0, 2 minors older than an API server/ }],
  },
  {
    given: 'a newer minor',
    objects: beside('1.36.5', 'mcr.microsoft.com/oss/kubernetes/azure-cloud-controller-manager:v1.37.0'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /one minor newer/ }],
  },
  {
    given: 'API servers that differ, of which the oldest counts',
    objects: [
      serverVersion('v1.37.2'),
      controlPlanePod('kube-apiserver', { version: '1.37.2', node: 'm-1' }),
      controlPlanePod('kube-apiserver', { version: '1.36.5', node: 'm-2' }),
      controlPlanePod('cloud-controller-manager', { image: `${AWS}:v1.37.0` }),
    ],
    expect: 'fail',
  },
  {
    given: 'a vendor that counts by itself',
    objects: beside('1.37.2', 'docker.io/hetznercloud/hcloud-cloud-controller-manager:v1.27.0'),
    expect: 'review',
    findings: [{ verdict: 'review', message: /runs 1\.27\.0 by the count of its vendor/ }],
  },
  {
    given: 'k3s, which holds its own',
    objects: [
      serverVersion('v1.37.2+k3s1'),
      node('node-1', { kubelet: 'v1.37.2+k3s1', annotations: { 'k3s.io/node-args': '["server"]' } }),
    ],
    expect: 'pass',
  },
  { given: 'an image without a version', objects: beside('1.37.2', `${AWS}@sha256:0000`), expect: 'unknown' },
  { given: 'a version beyond the data', objects: beside('1.99.0', `${AWS}:v1.99.0`), expect: 'unknown' },
  { given: 'no pod of it', objects: [serverVersion(), node('node-1')], expect: 'unknown' },
]);
