import check from '../../../checks/cloud-controller-manager/pod-hardening.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, node, serverVersion } from '../../support/objects.ts';

const MANAGER = 'cloud-controller-manager';
const CONFINED = { runAsNonRoot: true, readOnlyRootFilesystem: true };
const PLANE = node('node-1', { labels: { 'node-role.kubernetes.io/control-plane': '' } });
const WORKER = node('node-2');

const manager = (
  securityContext: object,
  options: { readonly on?: string; readonly spec?: object; readonly mounts?: readonly object[] } = {},
) =>
  controlPlanePod(MANAGER, {
    node: options.on ?? 'node-1',
    spec: { ...options.spec },
    container: { securityContext, volumeMounts: options.mounts ?? [] },
  });
const hostPath = (path: string) => ({
  spec: { volumes: [{ name: 'v', hostPath: { path } }] },
  mounts: [{ name: 'v', mountPath: '/v' }],
});

describeCheck(check, [
  {
    given: 'a confined pod on a control-plane node, on the network of the node and for nodes that wait for it',
    objects: [
      PLANE,
      WORKER,
      manager(CONFINED, {
        spec: {
          hostNetwork: true,
          tolerations: [{ key: 'node.cloudprovider.kubernetes.io/uninitialized', operator: 'Exists' }],
        },
      }),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { kind: 'Pod', name: `${MANAGER}-node-1` } }],
  },
  {
    given: 'root without capabilities',
    objects: [PLANE, manager({ capabilities: { drop: ['all'] }, readOnlyRootFilesystem: true })],
    expect: 'pass',
  },
  {
    given: 'a user of its own by the pod',
    objects: [PLANE, manager({ readOnlyRootFilesystem: true }, { spec: { securityContext: { runAsUser: 1001 } } })],
    expect: 'pass',
  },
  {
    given: 'a worker node',
    objects: [PLANE, WORKER, manager(CONFINED, { on: 'node-2' })],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^runs on node-2, which is no control-plane node$/ }],
  },
  {
    given: 'a cluster whose control plane has no nodes',
    objects: [WORKER, manager(CONFINED, { on: 'node-2' })],
    expect: 'pass',
  },
  {
    given: 'nothing said',
    objects: [PLANE, manager({})],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^may run as root with capabilities; may write to its root file system$/ }],
  },
  {
    given: 'privileges',
    objects: [PLANE, manager({ ...CONFINED, privileged: true })],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^is privileged$/ }],
  },
  {
    given: 'the configuration of the cloud',
    objects: [PLANE, manager(CONFINED, hostPath('/etc/kubernetes/cloud'))],
    expect: 'pass',
  },
  {
    given: 'logs of the node',
    objects: [PLANE, manager(CONFINED, hostPath('/var/log'))],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^mounts \/var\/log of its node$/ }],
  },
  { given: 'a node that is not there', objects: [PLANE, manager(CONFINED, { on: 'node-9' })], expect: 'unknown' },
  {
    given: 'k3s, in whose process it runs',
    objects: [node('node-1', { kubelet: 'v1.37.2+k3s1', annotations: { 'k3s.io/node-args': '["server"]' } })],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /no pod that was read/ }],
  },
  { given: 'no pod of it', objects: [serverVersion(), WORKER], expect: 'unknown' },
]);
