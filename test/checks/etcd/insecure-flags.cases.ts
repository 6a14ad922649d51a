import check from '../../../checks/etcd/insecure-flags.ts';
import { running } from '../../support/control-planes.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, node, serverVersion } from '../../support/objects.ts';

const asked = (...flags: readonly string[]) => running('etcd', flags);

describeCheck(check, [
  { given: 'no flag', objects: asked(), expect: 'pass' },
  { given: 'no flag, of a release that has the old API', objects: running('etcd', [], '3.5.33-0'), expect: 'pass' },
  {
    given: 'switches that are off',
    objects: asked('--force-new-cluster=false', '--enable-pprof=false'),
    expect: 'pass',
  },
  {
    given: 'a recovery that nobody finished',
    objects: asked('--force-new-cluster'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^--force-new-cluster: forgets all other members at each start$/ }],
  },
  {
    given: 'a recovery that nobody finished, by a variable',
    objects: [controlPlanePod('etcd', { env: [{ name: 'ETCD_FORCE_NEW_CLUSTER', value: 'true' }] })],
    expect: 'fail',
  },
  {
    given: 'two switches',
    objects: asked('--unsafe-no-fsync', '--enable-pprof=true'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /--unsafe-no-fsync: .*; --enable-pprof: / }],
  },
  { given: 'the old API', objects: running('etcd', ['--enable-v2=true'], '3.5.33-0'), expect: 'fail' },
  {
    given: 'all origins, as without the flag',
    objects: asked('--cors=*', '--host-whitelist=*'),
    expect: 'pass',
  },
  {
    given: 'one switch on, and one that cannot be read',
    objects: asked('--enable-pprof', '--unsafe-no-fsync=$(ELSEWHERE)'),
    expect: 'fail',
  },
  { given: 'a switch that cannot be read', objects: asked('--unsafe-no-fsync=$(ELSEWHERE)'), expect: 'unknown' },
  {
    given: 'a configuration file, which decides all',
    objects: asked('--config-file=/etc/etcd.yaml'),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /set in \/etc\/etcd\.yaml/ }],
  },
  {
    given: 'a release beyond the data',
    objects: running('etcd', [], '3.99.0-0'),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /is not described/ }],
  },
  { given: 'no pod of it', objects: [serverVersion(), node('node-1')], expect: 'unknown' },
]);
