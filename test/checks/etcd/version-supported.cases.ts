import check from '../../../checks/etcd/version-supported.ts';
import { running } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod } from '../../support/objects.ts';

const etcd = (version: string) => running('etcd', [], version);

describeCheck(check, [
  {
    given: 'a release without known flaws',
    objects: etcd('3.7.1-0'),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /none known/ }],
  },
  {
    given: 'the last fixed release of an older minor that still gets patches',
    objects: etcd('3.5.33-0'),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /none known on .*; gets patches until 2027-07-08: 226 days left/ }],
  },
  {
    given: 'a release with a flaw that a later one fixes',
    objects: etcd('3.7.0-0'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /3\.7\.0 is affected by .*CVE-2026-73500/ }],
  },
  {
    given: 'a minor without patches',
    objects: etcd('3.4.45-0'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /etcd 3\.4 ended on 2026-06-01/ }],
  },
  {
    given: 'the last day of a minor, on which its flaws count',
    objects: etcd('3.4.45-0'),
    now: '2026-06-01T23:59:59Z',
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /is affected by CVE-2026-73500/ }],
  },
  {
    given: 'the day after it',
    objects: etcd('3.4.45-0'),
    now: '2026-06-02T00:00:00Z',
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /etcd 3\.4 ended on 2026-06-01/ }],
  },
  {
    given: 'a release without known flaws, at a time that is not known',
    objects: etcd('3.5.33-0'),
    now: null,
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /--as-of/ }],
  },
  {
    given: 'a build of a vendor, who may have mended it',
    objects: etcd('3.5.21-k3s1-build20250612'),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /possibly affected by .*: the vendor of this build/ }],
  },
  {
    given: 'a build of a vendor of a minor without patches',
    objects: etcd('3.4.99-rke2r1'),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /vendor of this build/ }],
  },
  { given: 'a minor of which nothing is known', objects: etcd('3.99.0-0'), expect: 'unknown' },
  { given: 'data too old to vouch', objects: etcd('3.7.1-0'), now: '2027-04-01T00:00:00Z', expect: 'unknown' },
  {
    given: 'an image without a version',
    objects: [controlPlanePod('etcd', { image: 'registry.k8s.io/etcd@sha256:0000' })],
    expect: 'unknown',
  },
  { given: 'no pod of it', objects: [], expect: 'unknown' },
]);
