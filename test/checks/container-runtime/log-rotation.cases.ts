import check from '../../../checks/container-runtime/log-rotation.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { kubelet } from '../../support/kubelets.ts';
import { kubeletConfigz, node, serverVersion } from '../../support/objects.ts';

const DEFAULT = { containerLogMaxSize: '10Mi', containerLogMaxFiles: 5 };
const DOCKER = { runtime: 'docker://27.1.0' };
const many = (count: number, last: object) =>
  Array.from({ length: count }, (_, at) => [
    node(`node-${at}`, at === count - 1 ? last : {}),
    kubeletConfigz(`node-${at}`, DEFAULT),
  ]).flat();

describeCheck(check, [
  { given: 'the default', objects: kubelet(DEFAULT), expect: 'pass' },
  {
    given: 'a size below zero, which stands for never',
    objects: kubelet({ ...DEFAULT, containerLogMaxSize: '-1' }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /-1 switches rotation off/ }],
  },
  {
    given: 'a node whose logs Docker keeps',
    objects: [serverVersion(), node('node-1', DOCKER), kubeletConfigz('node-1', DEFAULT)],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /Docker keeps the logs/ }],
  },
  {
    given: 'such a node in a group of more than are named',
    objects: [serverVersion(), ...many(7, DOCKER)],
    expect: 'unknown',
  },
  { given: 'as many nodes without Docker', objects: [serverVersion(), ...many(7, {})], expect: 'pass' },
  { given: 'a configuration without the fields', objects: kubelet({}), expect: 'unknown' },
  { given: 'one field alone', objects: kubelet({ containerLogMaxSize: '10Mi' }), expect: 'unknown' },
  { given: 'a size that is none', objects: kubelet({ ...DEFAULT, containerLogMaxSize: 'big' }), expect: 'unknown' },
  { given: 'a node that shows nothing', objects: [serverVersion(), node('node-1')], expect: 'unknown' },
  {
    given: 'a virtual kubelet',
    objects: [serverVersion(), node('node-1', { runtime: '', labels: { type: 'virtual-kubelet' } })],
    expect: 'not-applicable',
  },
  { given: 'no node at all', objects: [serverVersion()], expect: 'not-applicable' },
]);
