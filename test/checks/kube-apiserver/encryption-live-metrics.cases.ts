import check from '../../../checks/kube-apiserver/encryption-live-metrics.ts';
import { apiServer, apiServers } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { counting, metricsCases } from '../../support/metrics.ts';

const FLAGS = ['--encryption-provider-config=/etc/kubernetes/enc.yaml'];
const written = (prefix: string, count: number, resource = 'secrets', status = 'OK') =>
  `apiserver_storage_transformation_operations_total{resource="${resource}",status="${status}",transformation_type="to_storage",transformer_prefix="${prefix}"} ${count}`;
const read = written('identity', 9).replace('to_storage', 'from_storage');
const SECRETBOX = 'k8s:enc:secretbox:v1:';

describeCheck(check, [
  ...metricsCases({
    passing: [written(SECRETBOX, 4), read],
    failing: [written('', 4)],
    flags: FLAGS,
    byAbsence: false,
  }).filter(
    // What it passes by was counted, so that nothing that is switched off matters.
    ({ given }) => given !== 'metrics that are switched off',
  ),
  {
    given: 'writes through a key service',
    objects: counting([written('k8s:enc:kms:v2:vault:', 1)], FLAGS),
    expect: 'pass',
  },
  {
    given: 'both since the start, so that it does not show what holds now',
    objects: counting([written(SECRETBOX, 4), written('', 2)], FLAGS),
    expect: 'unknown',
  },
  {
    given: 'writes of something else only',
    objects: counting([written('', 4, 'configmaps'), written(SECRETBOX, 1, 'secrets', 'Unknown')], FLAGS),
    expect: 'unknown',
  },
  { given: 'no write since the start', objects: counting([], FLAGS), expect: 'unknown' },
  { given: 'no encryption configuration', objects: counting([]), expect: 'not-applicable' },
  { given: 'no encryption configuration, and no metrics', objects: apiServer([]), expect: 'not-applicable' },
  {
    given: 'no encryption of one of two API servers, and no metrics',
    objects: apiServers([], FLAGS),
    expect: 'unknown',
  },
  {
    given: 'a version that does not count by resource',
    objects: counting([written(SECRETBOX, 4).replace('resource="secrets",', '')], FLAGS),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /before 1\.32/ }],
  },
]);
