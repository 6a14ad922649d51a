import check from '../../../checks/kube-apiserver/etcd-client-cert.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { describeCheck } from '../../support/describe-check.ts';

const servers = '--etcd-servers=https://127.0.0.1:2379';
const certificate = '--etcd-certfile=/pki/etcd.crt';
const key = '--etcd-keyfile=/pki/etcd.key';

describeCheck(check, [
  { given: 'certificate and key', objects: apiServer([servers, certificate, key]), expect: 'pass' },
  {
    given: 'neither',
    objects: apiServer([servers]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /--etcd-certfile and --etcd-keyfile are not set/ }],
  },
  {
    given: 'a certificate without a key',
    objects: apiServer([servers, certificate]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /--etcd-keyfile is not set/ }],
  },
  {
    given: 'a key without a certificate',
    objects: apiServer([servers, key]),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /--etcd-certfile is not set/ }],
  },
  {
    given: 'storage behind a local socket',
    objects: apiServer(['--etcd-servers=unix:///run/kine.sock']),
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /socket/ }],
  },
  {
    given: 'a socket, and a remote server for events',
    objects: apiServer([
      '--etcd-servers=unix:///run/kine.sock',
      '--etcd-servers-overrides=/events#https://192.0.2.1:2379',
    ]),
    expect: 'fail',
  },
  {
    given: 'a socket and a remote server',
    objects: apiServer(['--etcd-servers=unix:///run/kine.sock,https://192.0.2.1:2379']),
    expect: 'fail',
  },
  { given: 'an address that is not known', objects: apiServer(['--etcd-servers=$(ETCD)']), expect: 'unknown' },
  { given: 'a version beyond the data', objects: apiServer([servers, certificate], '1.99.0'), expect: 'unknown' },
  {
    given: 'both on a version beyond the data',
    objects: apiServer([servers, certificate, key], '1.99.0'),
    expect: 'pass',
  },
  ...flagCases({ flag: 'etcd-certfile', passing: '/pki/etcd.crt', failing: '', beside: [servers, key] }),
  { given: 'no address at all', objects: apiServer(['--etcd-servers=']), expect: 'fail' },
]);
