import check from '../../../checks/cloud-controller-manager/sa-credentials.ts';
import { running, unknownCases } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, node, serverVersion } from '../../support/objects.ts';

const asked = (...flags: readonly string[]) => running('cloud-controller-manager', flags);

describeCheck(check, [
  { given: 'the flag', objects: asked('--use-service-account-credentials'), expect: 'pass' },
  { given: 'no flag', objects: asked(), expect: 'fail', findings: [{ verdict: 'fail', message: /one credential/ }] },
  {
    given: 'no flag, and a version of the vendor',
    objects: running('cloud-controller-manager', [], '27.1.6'),
    expect: 'fail',
  },
  {
    given: "a vendor's manager in its own namespace",
    objects: [
      node('node-1'),
      controlPlanePod('hcloud-cloud-controller-manager', {
        namespace: 'hcloud',
        labels: { app: 'hcloud-cloud-controller-manager' },
        image: 'docker.io/hetznercloud/hcloud-cloud-controller-manager:v1.27.0',
        command: ['/bin/hcloud-cloud-controller-manager', '--use-service-account-credentials=true'],
      }),
    ],
    expect: 'pass',
    findings: [{ verdict: 'pass', subject: { namespace: 'hcloud' } }],
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
