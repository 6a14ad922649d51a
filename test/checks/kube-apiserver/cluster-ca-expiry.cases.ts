import check from '../../../checks/kube-apiserver/cluster-ca-expiry.ts';
import * as pem from '../../support/certificates.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { configMap } from '../../support/objects.ts';

const authorities = (client: string, requestHeader = client) =>
  configMap('extension-apiserver-authentication', {
    'client-ca-file': client,
    'requestheader-client-ca-file': requestHeader,
  });
const clusterInfo = (ca: string) =>
  configMap(
    'cluster-info',
    {
      kubeconfig: JSON.stringify({
        kind: 'Config',
        clusters: [{ cluster: { server: 'https://192.0.2.1', 'certificate-authority-data': pem.bytes(ca) } }],
      }),
    },
    'kube-public',
  );
/** Soon after this all roots expire. */
const LATE = '2036-11-12T00:00:00Z';

describeCheck(
  check,
  pem.whileValid([
    {
      given: 'authorities for years',
      objects: [authorities(pem.GOOD_ROOT), clusterInfo(pem.GOOD_ROOT)],
      expect: 'pass',
      findings: [
        { verdict: 'pass', subject: { name: 'client authority' } },
        { verdict: 'pass', subject: { name: 'front-proxy authority' } },
        { verdict: 'pass', subject: { name: 'authority of the API server' } },
      ],
    },
    { given: 'a cluster that kubeadm did not make', objects: [authorities(pem.GOOD_ROOT)], expect: 'pass' },
    {
      given: 'authorities that expire within half a year',
      objects: [authorities(pem.GOOD_ROOT)],
      now: '2036-08-01T00:00:00Z',
      expect: 'fail',
      findings: [{ verdict: 'fail', message: /CN=good root expires on 2036-11-/ }],
    },
    {
      given: 'a front proxy that was forgotten',
      objects: [authorities(pem.GOOD_ROOT, pem.OLD_ROOT)],
      expect: 'fail',
      findings: [
        { verdict: 'pass', subject: { name: 'client authority' } },
        { verdict: 'fail', subject: { name: 'front-proxy authority' }, message: /1024 bits/ },
      ],
    },
    {
      given: 'a rotation: an expired authority beside its successor of the same name',
      objects: [authorities(`${pem.EXPIRED_GOOD_ROOT}${pem.GOOD_ROOT}`)],
      expect: 'pass',
      findings: [{ verdict: 'pass', message: /^$/ }],
    },
    {
      given: 'a rotation: an expired authority of another name, which is listed',
      objects: [authorities(`${pem.GOOD_ROOT}${pem.EXPIRED_ROOT}`)],
      expect: 'pass',
      findings: [{ verdict: 'pass', message: /still in it, though expired: CN=expired root/ }],
    },
    {
      given: 'a rotation: a weak authority that is still believed beside its successor of the same name',
      objects: [authorities(`${pem.SHORT_GOOD_ROOT}${pem.GOOD_ROOT}`)],
      expect: 'fail',
      findings: [{ verdict: 'fail', message: /^CN=good root has a key of 1024 bits \(RSA\)$/ }],
    },
    {
      given: 'a weak authority that expired beside its successor',
      objects: [authorities(`${pem.SHORT_GOOD_ROOT}${pem.GOOD_ROOT}`)],
      now: '2035-06-01T00:00:00Z',
      expect: 'pass',
    },
    { given: 'all expired', objects: [authorities(pem.EXPIRED_ROOT)], expect: 'fail' },
    { given: 'a strong key, days before its end', objects: [authorities(pem.EDWARDS_ROOT)], now: LATE, expect: 'fail' },
    { given: 'what is no certificate', objects: [authorities(pem.BROKEN)], expect: 'unknown' },
    { given: 'a time that is not known', objects: [authorities(pem.GOOD_ROOT)], now: null, expect: 'unknown' },
    { given: 'an API server that says nothing of it', objects: [authorities('')], expect: 'unknown' },
  ]),
);
