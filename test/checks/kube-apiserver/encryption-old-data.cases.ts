import check from '../../../checks/kube-apiserver/encryption-old-data.ts';
import { apiServer } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { counting, metricsCases } from '../../support/metrics.ts';
import { metrics } from '../../support/objects.ts';

const FLAGS = ['--encryption-provider-config=/etc/kubernetes/enc.yaml'];
const read = (prefix: string, count: number, resource = 'secrets') =>
  `apiserver_storage_transformation_operations_total{resource="${resource}",status="OK",transformation_type="from_storage",transformer_prefix="${prefix}"} ${count}`;
const ENCRYPTED = read('k8s:enc:aescbc:v1:', 40);

describeCheck(check, [
  ...metricsCases({
    passing: [ENCRYPTED, read('identity', 3, 'configmaps')],
    failing: [ENCRYPTED, read('identity', 2)],
    flags: FLAGS,
    byAbsence: false,
  }),
  { given: 'nothing that was read', objects: counting([], FLAGS), expect: 'unknown' },
  {
    given: 'no cache, so that not all Secrets are read at the start',
    objects: counting([ENCRYPTED], [...FLAGS, '--watch-cache=false']),
    expect: 'unknown',
  },
  {
    given: 'no cache of Secrets',
    objects: counting([ENCRYPTED], [...FLAGS, '--watch-cache-sizes=pods#100,secrets#0']),
    expect: 'unknown',
  },
  {
    given: 'no cache of something else',
    objects: counting([ENCRYPTED], [...FLAGS, '--watch-cache-sizes=events#0']),
    expect: 'pass',
  },
  {
    given: 'caches that are not known',
    objects: counting([ENCRYPTED], [...FLAGS, '--watch-cache-sizes=$(SIZES)']),
    expect: 'unknown',
  },
  {
    given: 'an older minor, which has the cache as well',
    objects: [...apiServer(FLAGS, '1.32.2'), metrics([ENCRYPTED])],
    expect: 'pass',
  },
  { given: 'no encryption configuration', objects: counting([]), expect: 'not-applicable' },
]);
