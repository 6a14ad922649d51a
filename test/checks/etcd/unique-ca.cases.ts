import check from '../../../checks/etcd/unique-ca.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod } from '../../support/objects.ts';

const PKI = '/etc/kubernetes/pki';

/** A pod that mounts a folder of the host. */
function mounting(
  component: string,
  flags: readonly string[],
  mountPath: string,
  hostPath = mountPath,
  node = 'node-1',
): object {
  return controlPlanePod(component, {
    flags,
    node,
    spec: { volumes: [{ name: 'pki', hostPath: { path: hostPath } }] },
    container: { volumeMounts: [{ name: 'pki', mountPath }] },
  });
}
const etcd = (file: string, mountPath = `${PKI}/etcd`, hostPath = mountPath) =>
  mounting('etcd', [`--trusted-ca-file=${file}`], mountPath, hostPath);
const server = (file = `${PKI}/ca.crt`, node?: string) =>
  mounting('kube-apiserver', [`--client-ca-file=${file}`], PKI, PKI, node);

describeCheck(check, [
  {
    given: 'a file of its own',
    objects: [etcd(`${PKI}/etcd/ca.crt`), server()],
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /content was not compared/ }],
  },
  {
    given: 'the file of the API server',
    objects: [etcd(`${PKI}/ca.crt`, PKI), server()],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /also the CA for clients/ }],
  },
  {
    given: 'the file of the API server under another name',
    objects: [etcd('/certs/ca.crt', '/certs', PKI), server()],
    expect: 'fail',
  },
  {
    given: 'the file of the second of two API servers',
    objects: [etcd(`${PKI}/etcd/ca.crt`, PKI), server(), server(`${PKI}/etcd/ca.crt`, 'node-2')],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /also the CA for clients/ }],
  },
  {
    given: 'no CA',
    objects: [controlPlanePod('etcd'), server()],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /no CA file/ }],
  },
  {
    given: 'a file of its own that etcd forgets, with a certificate of its own making',
    objects: [mounting('etcd', [`--trusted-ca-file=${PKI}/etcd/ca.crt`, '--auto-tls'], PKI), server()],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /no CA file/ }],
  },
  {
    given: 'a file of its own, and a certificate that may be of its own making',
    objects: [mounting('etcd', [`--trusted-ca-file=${PKI}/etcd/ca.crt`, '--auto-tls=$(AUTO)'], PKI), server()],
    expect: 'unknown',
  },
  {
    given: 'an API server without client certificates',
    objects: [etcd(`${PKI}/etcd/ca.crt`), controlPlanePod('kube-apiserver')],
    expect: 'pass',
  },
  {
    given: 'a file whose place is not known',
    objects: [controlPlanePod('etcd', { flags: ['--trusted-ca-file=/ca.crt'] }), server()],
    expect: 'unknown',
  },
  {
    given: 'an API server whose file is not known',
    objects: [etcd(`${PKI}/etcd/ca.crt`), server('$(FILE)')],
    expect: 'unknown',
  },
  { given: 'no API server', objects: [etcd(`${PKI}/etcd/ca.crt`)], expect: 'unknown' },
  { given: 'no etcd', objects: [server()], expect: 'unknown' },
]);
