import check from '../../../checks/cloud-controller-manager/bind-address.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod } from '../../support/objects.ts';
import { bindAddressCases } from '../../support/serving.ts';

describeCheck(check, [
  ...bindAddressCases('cloud-controller-manager', 10258),
  {
    given: 'the manifest of a vendor, on the network of its node',
    objects: [
      controlPlanePod('hcloud-cloud-controller-manager', {
        image: 'docker.io/hetznercloud/hcloud-cloud-controller-manager:v1.27.0',
        command: ['/bin/hcloud-cloud-controller-manager', '--cloud-provider=hcloud', '--leader-elect=false'],
        spec: { hostNetwork: true },
      }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /listens on 0\.0\.0\.0/ }],
  },
]);
