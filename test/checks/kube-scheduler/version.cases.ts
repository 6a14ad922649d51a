import check from '../../../checks/kube-scheduler/version.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, serverVersion } from '../../support/objects.ts';

const pair = (own: string, server: string) => [
  serverVersion(`v${server}`),
  controlPlanePod('kube-apiserver', { version: server }),
  controlPlanePod('kube-scheduler', { version: own }),
];

describeCheck(check, [
  { given: 'the minor of the API server', objects: pair('1.37.2', '1.37.2'), expect: 'pass' },
  { given: 'one minor before it', objects: pair('1.36.5', '1.37.2'), expect: 'pass' },
  {
    given: 'two minors before it',
    objects: pair('1.35.9', '1.37.2'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /2 minors older/ }],
  },
  {
    given: 'a newer minor',
    objects: pair('1.37.2', '1.36.5'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /one minor newer/ }],
  },
  {
    given: 'a minor without patches',
    objects: pair('1.34.12', '1.34.12'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /ended on 2026-10-27/ }],
  },
  {
    given: 'an image without a version',
    objects: [serverVersion(), controlPlanePod('kube-scheduler', { image: 'registry.example/kube-scheduler:latest' })],
    expect: 'unknown',
  },
  {
    given: 'a tag of a vendor, with the version in front',
    objects: [
      serverVersion('v1.37.2+rke2r1'),
      controlPlanePod('kube-scheduler', {
        image: 'docker.io/rancher/hardened-kubernetes:v1.35.9-rke2r1-build20261001',
      }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /1\.35\.9.*2 minors older/ }],
  },
  { given: 'a version beyond the data', objects: pair('1.99.0', '1.99.0'), expect: 'unknown' },
  { given: 'no pod of the component', objects: [serverVersion()], expect: 'unknown' },
]);
