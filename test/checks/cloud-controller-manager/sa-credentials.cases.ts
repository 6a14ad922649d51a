import check from '../../../checks/cloud-controller-manager/sa-credentials.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, node, serverVersion } from '../../support/objects.ts';

const asked = (...flags: readonly string[]) => running('cloud-controller-manager', flags);

const hetzner = (namespace: string) =>
  controlPlanePod('hcloud-cloud-controller-manager', {
    namespace,
    labels: { app: 'hcloud-cloud-controller-manager' },
    image: 'docker.io/hetznercloud/hcloud-cloud-controller-manager:v1.27.0',
    command: ['/bin/hcloud-cloud-controller-manager', '--use-service-account-credentials=true'],
  });

describeCheck(check, [
  { given: 'the flag', objects: asked('--use-service-account-credentials'), expect: 'pass' },
  { given: 'no flag', objects: asked(), expect: 'fail', findings: [{ verdict: 'fail', message: /one credential/ }] },
  {
    given: 'no flag, and a version of the vendor',
    objects: running('cloud-controller-manager', [], '27.1.6'),
    expect: 'fail',
  },
  {
    given: "a vendor's manager",
    objects: [node('node-1'), hetzner('kube-system')],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { name: 'hcloud-cloud-controller-manager-node-1' } }],
  },
  {
    given: 'a manager that may be anybody’s, by its namespace',
    objects: [serverVersion(), node('node-1'), controlPlanePod('kube-controller-manager'), hetzner('hcloud')],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /hcloud\/hcloud-cloud-controller-manager-node-1 .* may be anybody's/ }],
  },
  {
    given: 'a cluster that is proven to have none',
    objects: [serverVersion(), node('node-1'), controlPlanePod('kube-controller-manager')],
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /no node belongs to a cloud/ }],
  },
  {
    given: 'a node that waits for one',
    objects: [
      node('node-1', {
        spec: { taints: [{ key: 'node.cloudprovider.kubernetes.io/uninitialized', effect: 'NoSchedule' }] },
      }),
      controlPlanePod('kube-controller-manager'),
    ],
    expect: 'unknown',
  },
  ...unknownCases('cloud-controller-manager', 'use-service-account-credentials'),
]);
