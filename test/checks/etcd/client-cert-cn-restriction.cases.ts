import check from '../../../checks/etcd/client-cert-cn-restriction.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, serverVersion } from '../../support/objects.ts';

const PKI = '/etc/kubernetes/pki';
const mounting = (component: string, flags: readonly string[]) =>
  controlPlanePod(component, {
    flags,
    spec: { volumes: [{ name: 'pki', hostPath: { path: PKI } }] },
    container: { volumeMounts: [{ name: 'pki', mountPath: PKI }] },
  });
const etcd = (file: string, ...flags: readonly string[]) => mounting('etcd', [`--trusted-ca-file=${file}`, ...flags]);
const SERVER = mounting('kube-apiserver', [`--client-ca-file=${PKI}/ca.crt`]);

describeCheck(check, [
  {
    given: 'no names, and a CA of its own, as is usual',
    objects: [etcd(`${PKI}/etcd/ca.crt`), SERVER],
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /signs for nobody else/ }],
  },
  {
    given: 'no names, and the CA of the cluster',
    objects: [etcd(`${PKI}/ca.crt`), SERVER],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /every certificate of \/etc\/kubernetes\/pki\/ca\.crt/ }],
  },
  {
    given: 'a name, and the CA of the cluster',
    objects: [etcd(`${PKI}/ca.crt`, '--client-cert-allowed-hostname=etcd-client'), SERVER],
    expect: 'pass',
  },
  {
    given: 'revoked certificates, and the CA of the cluster',
    objects: [etcd(`${PKI}/ca.crt`, '--client-crl-file=/crl.pem'), SERVER],
    expect: 'pass',
  },
  {
    given: 'names of peers, which say nothing of clients',
    objects: [etcd(`${PKI}/ca.crt`, '--peer-cert-allowed-cn=etcd'), SERVER],
    expect: 'fail',
  },
  {
    given: 'an empty name',
    objects: [etcd(`${PKI}/ca.crt`, '--client-cert-allowed-hostname='), SERVER],
    expect: 'fail',
  },
  {
    given: 'a name that cannot be read',
    objects: [etcd(`${PKI}/ca.crt`, '--client-cert-allowed-hostname=$(NAME)'), SERVER],
    expect: 'unknown',
  },
  {
    given: 'no certificates at all',
    objects: [controlPlanePod('etcd'), SERVER],
    expect: 'not-applicable',
    findings: [{ verdict: 'not-applicable', message: /client-cert-auth/ }],
  },
  {
    given: 'a name without a CA, so that nobody is asked for one',
    objects: [controlPlanePod('etcd', { flags: ['--client-cert-allowed-hostname=etcd-client'] }), SERVER],
    expect: 'not-applicable',
  },
  {
    given: 'a name beside a certificate of its own making, with which nobody is asked for one',
    objects: [etcd(`${PKI}/ca.crt`, '--client-cert-allowed-hostname=etcd-client', '--auto-tls'), SERVER],
    expect: 'not-applicable',
  },
  {
    given: 'a CA file whose place is not known',
    objects: [controlPlanePod('etcd', { flags: ['--trusted-ca-file=/ca.crt'] }), SERVER],
    expect: 'unknown',
  },
  { given: 'a CA that cannot be read', objects: [etcd('$(FILE)'), SERVER], expect: 'unknown' },
  { given: 'no etcd', objects: [serverVersion(), SERVER], expect: 'unknown' },
]);
