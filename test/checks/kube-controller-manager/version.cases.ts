import check from '../../../checks/kube-controller-manager/version.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, serverVersion } from '../../support/objects.ts';

const pair = (own: string, server: string) => [
  serverVersion(`v${server}`),
  controlPlanePod('kube-apiserver', { version: server }),
  controlPlanePod('kube-controller-manager', { version: own }),
];

describeCheck(check, [
  { given: 'the minor of the API server', objects: pair('1.37.2', '1.37.2'), expect: 'pass' },
  {
    given: 'one minor before it',
    objects: pair('1.36.5', '1.37.2'),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /^gets patches until 2027-06-28: 216 days left; none known on/ }],
  },
  {
    given: 'a flaw that is not confirmed',
    objects: pair('1.37.0', '1.37.2'),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /may be affected by CVE-2026-2270/ }],
  },
  {
    given: 'a build of RKE2, by the image that holds all of Kubernetes',
    objects: [
      serverVersion('v1.37.0+rke2r1'),
      controlPlanePod('kube-controller-manager', {
        image: 'docker.io/rancher/hardened-kubernetes:v1.37.0-rke2r1-build20260901',
      }),
    ],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /possibly affected by CVE-2026-2270: the vendor of this build/ }],
  },
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
    objects: [
      serverVersion(),
      controlPlanePod('kube-controller-manager', { image: 'registry.example/kube-controller-manager:latest' }),
    ],
    expect: 'unknown',
  },
  { given: 'a version beyond the data', objects: pair('1.99.0', '1.99.0'), expect: 'unknown' },
  { given: 'no pod of the component', objects: [serverVersion()], expect: 'unknown' },
]);
