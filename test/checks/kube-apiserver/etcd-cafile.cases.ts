import check from '../../../checks/kube-apiserver/etcd-cafile.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

const servers = '--etcd-servers=https://192.0.2.1:2379,https://192.0.2.2:2379';
const authority = '--etcd-cafile=/pki/etcd/ca.crt';
const events = (addresses: string) => `--etcd-servers-overrides=/events#${addresses}`;

describeCheck(check, [
  { given: 'https and a CA', objects: apiServer([servers, authority]), expect: 'pass' },
  {
    given: 'https without a CA',
    objects: apiServer([servers]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /no CA/ }],
  },
  {
    given: 'a CA and one server without TLS',
    objects: apiServer([authority, '--etcd-servers=https://192.0.2.1:2379,http://192.0.2.2:2379']),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /without TLS: http:\/\/192\.0\.2\.2:2379/ }],
  },
  {
    given: 'servers of their own for events, with TLS',
    objects: apiServer([servers, authority, events('https://192.0.2.3:2379;https://192.0.2.4:2379')]),
    expect: 'pass',
  },
  {
    given: 'servers of their own for events, one of them without TLS',
    objects: apiServer([servers, authority, events('https://192.0.2.3:2379;http://192.0.2.4:2379')]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /without TLS: http:\/\/192\.0\.2\.4:2379$/ }],
  },
  {
    given: 'servers of their own on an older minor',
    objects: apiServer([servers, authority, events('http://192.0.2.3:2379')], '1.30.4'),
    expect: 'fail',
  },
  { given: 'none on an older minor', objects: apiServer([servers, authority], '1.30.4'), expect: 'pass' },
  {
    given: 'servers of their own from a variable that is not known',
    objects: apiServer([servers, authority, '--etcd-servers-overrides=$(EVENTS)']),
    expect: 'unknown',
  },
  {
    given: 'storage behind a local socket',
    objects: apiServer(['--etcd-servers=unix:///run/kine.sock']),
    expect: 'not-applicable',
  },
  { given: 'no server', objects: apiServer([authority]), expect: 'unknown' },
  { given: 'a version beyond the data', objects: apiServer([servers], '1.99.0'), expect: 'unknown' },
  ...flagCases({ flag: 'etcd-cafile', passing: '/pki/etcd/ca.crt', failing: '', beside: [servers] }),
]);
