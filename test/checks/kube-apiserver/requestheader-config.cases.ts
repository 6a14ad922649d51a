import check from '../../../checks/kube-apiserver/requestheader-config.ts';
import { apiServer, flagCases } from '../../support/api-servers.ts';
import { BROKEN, EDWARDS_ROOT, GOOD_ROOT } from '../../support/certificates.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { configMap, controlPlanePod, serverVersion } from '../../support/objects.ts';

const clients = '--client-ca-file=/etc/kubernetes/pki/ca.crt';
const shared = '--requestheader-client-ca-file=/etc/kubernetes/pki/ca.crt';
const own = '--requestheader-client-ca-file=/etc/kubernetes/pki/front-proxy-ca.crt';
const names = '--requestheader-allowed-names=front-proxy-client';

const published = (client: string, requestHeader: string) =>
  configMap('extension-apiserver-authentication', {
    'client-ca-file': client,
    'requestheader-client-ca-file': requestHeader,
  });

/** One folder of the host, mounted under two paths. */
const twoMounts = {
  spec: {
    volumes: [
      { name: 'pki', hostPath: { path: '/etc/kubernetes/pki' } },
      { name: 'proxy', hostPath: { path: '/etc/kubernetes/pki' } },
    ],
  },
  container: {
    volumeMounts: [
      { name: 'pki', mountPath: '/etc/kubernetes/pki' },
      { name: 'proxy', mountPath: '/proxy' },
    ],
  },
};

describeCheck(check, [
  {
    given: 'a CA of its own and a name, as kubeadm sets them',
    objects: apiServer([clients, own, names]),
    expect: 'pass',
  },
  {
    given: 'a CA of its own and no name: it signs for proxies only',
    objects: apiServer([clients, own]),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /not compared/ }],
  },
  {
    given: 'the CA of users and no name',
    objects: apiServer([clients, shared], '1.34.4'),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /any of its certificates/ }],
  },
  {
    given: 'the CA of users and a name',
    objects: apiServer([clients, shared, names]),
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /as front-proxy-client only/ }],
  },
  {
    given: 'the CA of users under another path',
    objects: [
      serverVersion(),
      controlPlanePod('kube-apiserver', {
        flags: [clients, '--requestheader-client-ca-file=/proxy/ca.crt'],
        ...twoMounts,
      }),
    ],
    expect: 'fail',
  },
  {
    given: 'no front proxy',
    objects: apiServer([clients]),
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /no header/ }],
  },
  {
    given: 'a CA of its own by content too',
    objects: [...apiServer([clients, own]), published(GOOD_ROOT, EDWARDS_ROOT)],
    expect: 'pass',
  },
  {
    given: 'the CA of users in a file of another name',
    objects: [...apiServer([clients, own], '1.34.4'), published(GOOD_ROOT, GOOD_ROOT)],
    expect: 'fail',
  },
  {
    given: 'the CA of users beside another in a file of another name',
    objects: [...apiServer([clients, own], '1.34.4'), published(GOOD_ROOT, EDWARDS_ROOT + GOOD_ROOT)],
    expect: 'fail',
  },
  {
    given: 'a published CA that cannot be read',
    objects: [...apiServer([clients, own]), published(GOOD_ROOT, BROKEN)],
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /not compared/ }],
  },
  {
    given: 'names that are not known',
    objects: apiServer([clients, shared, '--requestheader-allowed-names=$(N)']),
    expect: 'unknown',
  },
  { given: 'a version beyond the data', objects: apiServer([clients, shared], '1.99.0'), expect: 'unknown' },
  ...flagCases({
    flag: 'requestheader-client-ca-file',
    passing: '/etc/kubernetes/pki/front-proxy-ca.crt',
    failing: '/etc/kubernetes/pki/ca.crt',
    beside: [clients],
  }),
]);
