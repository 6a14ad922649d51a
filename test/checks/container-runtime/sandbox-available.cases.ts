import check from '../../../checks/container-runtime/sandbox-available.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { pod, runtimeClass } from '../../support/objects.ts';

const inside = (runtimeClassName: string) => pod('build', { spec: { runtimeClassName } });

describeCheck(check, [
  {
    given: 'a sandbox that pods run in',
    objects: [runtimeClass('sandboxed', 'runsc'), inside('sandboxed')],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'RuntimeClass', name: 'sandboxed' }, message: /run with runsc/ }],
  },
  {
    given: 'virtual machines by one of several names',
    objects: [runtimeClass('vm', 'kata-qemu'), runtimeClass('nvidia', 'nvidia'), inside('vm')],
    expect: 'pass',
  },
  {
    given: 'a sandbox that no pod runs in, whose handler no node may have',
    objects: [runtimeClass('sandboxed', 'gvisor'), inside('other')],
    expect: 'review',
    findings: [{ verdict: 'review', message: /no pod runs with gvisor: confirm that the nodes have it/ }],
  },
  {
    given: 'no sandbox',
    objects: [runtimeClass('nvidia', 'nvidia'), pod('build')],
    expect: 'review',
    findings: [{ verdict: 'review', message: /no RuntimeClass leads to a sandbox/ }],
  },
  { given: 'a RuntimeClass without a handler', objects: [runtimeClass('odd', '')], expect: 'unknown' },
  { given: 'no RuntimeClass', objects: [pod('build')], expect: 'review' },
]);
