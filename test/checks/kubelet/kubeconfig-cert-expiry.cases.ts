import check from '../../../checks/kubelet/kubeconfig-cert-expiry.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { NODE_LEAF, NODE_LEAF_OF_A_DAY } from '../../support/node-certificates.ts';
import { node, serverVersion } from '../../support/objects.ts';

interface Options {
  readonly name?: string;
  readonly username?: string;
  readonly signerName?: string;
  readonly created?: string;
  readonly certificate?: string;
  readonly condition?: string;
}

const NOW = '2026-11-29T00:00:00Z';

/** A request of node-1 for a certificate to log in with. */
const request = (options: Options) => ({
  apiVersion: 'certificates.k8s.io/v1',
  kind: 'CertificateSigningRequest',
  metadata: { name: options.name ?? 'csr-1', creationTimestamp: options.created ?? '2026-11-28T23:50:00Z' },
  spec: {
    username: options.username ?? 'system:node:node-1',
    signerName: options.signerName ?? 'kubernetes.io/kube-apiserver-client-kubelet',
    usages: ['client auth'],
  },
  status: {
    ...(options.certificate === undefined ? {} : { certificate: Buffer.from(options.certificate).toString('base64') }),
    conditions: options.condition === undefined ? [] : [{ type: options.condition, status: 'True', reason: 'Tried' }],
  },
});

const cluster = (...requests: readonly object[]) => [serverVersion(), node('node-1'), ...requests];
const OF_A_YEAR = request({ certificate: NODE_LEAF, condition: 'Approved' });
const OF_A_DAY = request({ certificate: NODE_LEAF_OF_A_DAY, condition: 'Approved' });

describeCheck(check, [
  { given: 'a certificate for a year to come', objects: cluster(OF_A_YEAR), expect: 'pass', now: NOW },
  {
    given: 'a certificate that ends within a week',
    objects: cluster(OF_A_YEAR),
    now: '2027-11-25T00:00:00Z',
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { name: 'worker' }, message: /^node-1: its newest certificate ends on 2027-11-28/ },
    ],
  },
  {
    given: 'a certificate that ended',
    objects: cluster(OF_A_YEAR),
    now: '2027-12-01T00:00:00Z',
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /ended on/ }],
  },
  { given: 'certificates for a day, of which most is left', objects: cluster(OF_A_DAY), now: NOW, expect: 'pass' },
  {
    given: 'certificates for a day, of which an hour is left',
    objects: cluster(OF_A_DAY),
    now: '2026-11-29T18:50:00Z',
    expect: 'fail',
  },
  {
    given: 'a machine that joined with a bootstrap token',
    objects: cluster(request({ username: 'system:bootstrap:abcdef', certificate: NODE_LEAF, condition: 'Approved' })),
    now: NOW,
    expect: 'pass',
  },
  // Kubernetes deletes requests an hour after they were answered.
  {
    given: 'no request at all',
    objects: cluster(),
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /deletes them/ }],
  },
  {
    given: 'requests of one node of two',
    objects: [...cluster(OF_A_YEAR), node('node-2')],
    now: NOW,
    expect: 'unknown',
  },
  {
    given: 'a denied request',
    objects: cluster(request({ condition: 'Denied' })),
    now: NOW,
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /^node-1: its request was denied$/ }],
  },
  {
    given: 'a request that could not be signed',
    objects: cluster(request({ condition: 'Failed' })),
    now: NOW,
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /could not be signed/ }],
  },
  {
    given: 'a request that nobody approves',
    objects: cluster(request({ created: '2026-11-28T21:00:00Z' })),
    now: NOW,
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /waited since 2026-11-28T21:00:00Z/ }],
  },
  { given: 'a request that was just made', objects: cluster(request({})), now: NOW, expect: 'unknown' },
  {
    given: 'a denied request before one that was granted',
    objects: cluster(
      request({ name: 'csr-2', created: '2026-11-28T20:00:00Z', condition: 'Denied' }),
      request({ certificate: NODE_LEAF, condition: 'Approved' }),
    ),
    now: NOW,
    expect: 'pass',
  },
  {
    given: 'requests of others, and for other certificates',
    objects: cluster(
      request({ name: 'csr-2', username: 'mallory', condition: 'Denied' }),
      request({ name: 'csr-3', signerName: 'kubernetes.io/kubelet-serving', condition: 'Denied' }),
    ),
    now: NOW,
    expect: 'unknown',
  },
  {
    given: 'a certificate that cannot be read',
    objects: cluster(request({ certificate: 'none' })),
    now: NOW,
    expect: 'unknown',
  },
  { given: 'no time', objects: cluster(OF_A_YEAR), now: null, expect: 'unknown' },
  {
    given: 'k3s, which renews them itself',
    objects: [serverVersion(), node('node-1', { kubelet: 'v1.37.1+k3s1' }), request({ condition: 'Denied' })],
    now: NOW,
    expect: 'not-applicable',
  },
  {
    given: 'a virtual kubelet',
    objects: [serverVersion(), node('node-1', { runtime: '', labels: { type: 'virtual-kubelet' } })],
    expect: 'not-applicable',
  },
]);
