import check from '../../../checks/kube-apiserver/deprecated-api-use.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { counting, metricsCases } from '../../support/metrics.ts';
import { metrics, serverVersion } from '../../support/objects.ts';

const used = (gone: string, resource = 'flowschemas') =>
  `apiserver_requested_deprecated_apis{group="flowcontrol.apiserver.k8s.io",removed_release="${gone}",resource="${resource}",subresource="",version="v1beta3"} 1`;

describeCheck(check, [
  ...metricsCases({ passing: [], failing: [used('1.38')], byAbsence: true }),
  {
    given: 'an API that is gone in two minors, by its name',
    objects: counting([used('1.39')]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /flowschemas in flowcontrol\.apiserver\.k8s\.io\/v1beta3, gone in 1\.39/ }],
  },
  { given: 'an API that stays for longer', objects: counting([used('1.40')]), expect: 'pass' },
  { given: 'an API that is deprecated without a date', objects: counting([used('')]), expect: 'pass' },
  {
    given: "a provider, whose clients are still the owner's",
    objects: [serverVersion('v1.37.5-eks-1234567'), metrics([used('1.38')])],
    expect: 'fail',
  },
]);
