import { describeBundle } from '../../src/judge/certificates.ts';
import { together } from '../../src/judge/evidence.ts';
import { NO_TIME } from '../../src/judge/releases/release-judgement.ts';
import { notOnPlatform } from '../../src/judge/settings/platform.ts';
import type { Certificate } from '../../src/model/certificates.ts';
import { automated } from '../../src/model/check.ts';
import { type Evidence, each, type Finding, type Uncertainty } from '../../src/model/finding.ts';
import type { Resources } from '../../src/model/resources.ts';
import type { Instance } from '../../src/model/views.ts';

export default automated({
  meta: {
    id: 'kubelet/kubeconfig-cert-expiry',
    component: 'kubelet',
    severity: 'medium',
    population: true,
    title: {
      holds: 'Kubelets get new client certificates in time',
      broken: 'Kubelets do not get new client certificates in time',
    },
    rationale:
      'A kubelet logs in with a client certificate and asks for a new one well before it ends. Where nobody approves or signs the request, the node drops out on the day the old one ends, and under that pressure people hand out certificates that last for years or copy those of an administrator.',
    remediation: {
      any: 'Look at the requests ("kubectl get csr", signer kubernetes.io/kube-apiserver-client-kubelet): approve those that a node made for itself ("kubectl certificate approve NAME"), and see that the controller-manager runs its controllers csrapproving and csrsigning with --cluster-signing-cert-file and -key-file.',
      kubeadm:
        'The ClusterRoleBinding kubeadm:node-autoapprove-certificate-rotation must bind system:nodes to the role ...:selfnodeclient. A node whose certificate has ended joins anew: "kubeadm reset" there, then "kubeadm join" with a fresh token.',
      managed: 'Replace the node by a new one of its pool.',
      mayBreak:
        'Approving what somebody else asked for makes him the node: compare the name of the user with the node that is asked for.',
    },
    references: [
      {
        title: 'Certificate rotation for the kubelet',
        url: 'https://kubernetes.io/docs/tasks/tls/certificate-rotation/',
      },
      {
        title: 'Certificates and CertificateSigningRequests',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/',
      },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kubelet', 'signing-requests'],
  evaluate: (cluster, { now }) => {
    const { instances, none } = cluster['settings:kubelet'];
    const newest = newestByNode(cluster['signing-requests']);
    return each(instances, (instance) => notOnPlatform(instance, false) ?? judgeGroup(instance, newest, now), none);
  },
});

type SigningRequest = Resources['signing-requests'][number];

const SIGNER = 'kubernetes.io/kube-apiserver-client-kubelet';
const NODE = /^system:node:(.+)$/;

/** The newest request of each node for a certificate to log in with. */
function newestByNode(requests: readonly SigningRequest[]): ReadonlyMap<string, SigningRequest> {
  const newest = new Map<string, SigningRequest>();
  for (const request of requests.filter(({ spec }) => spec.signerName === SIGNER)) {
    const node = nodeOf(request);
    if (node === undefined) continue;
    const other = newest.get(node);
    if (other === undefined || madeAt(request) > madeAt(other)) newest.set(node, request);
  }
  return newest;
}

/** The node that made a request, or that a joining machine became by it; what others only ask for counts for no node. */
function nodeOf({ spec, status }: SigningRequest): string | undefined {
  const subject = status.certificate?.certificates[0]?.subject ?? '';
  return NODE.exec(spec.username)?.[1] ?? /(?:^|, )CN=system:node:([^,]+)/.exec(subject)?.[1];
}

const madeAt = ({ metadata }: SigningRequest): string => `${metadata.creationTimestamp ?? ''} ${metadata.name}`;

interface NodeState {
  readonly node: string;
  /** When its newest certificate ends, where one is there. */
  readonly until?: string;
  /** Why it gets no new certificate in time; empty where it does, undefined where that is not known. */
  readonly trouble: string | undefined;
  readonly evidence: readonly Evidence[];
}

const SHOWN = 3;
const GONE: Uncertainty = {
  code: 'not-visible',
  detail: 'no request of some nodes is there: Kubernetes deletes them an hour after they were answered',
};

function judgeGroup(
  { subject, nodes = [], version }: Instance,
  newest: ReadonlyMap<string, SigningRequest>,
  now: string | undefined,
): Finding {
  if (version !== undefined && /\+(k3s|rke2r)\d/.test(version.value)) {
    const because = 'k3s and RKE2 renew the certificates of their kubelets themselves, when they start';
    return { verdict: 'not-applicable', subject, evidence: version.evidence, because };
  }
  if (now === undefined) {
    return { verdict: 'unknown', subject, evidence: [], because: { code: 'not-gathered', detail: NO_TIME } };
  }
  const states = nodes.map((node) => stateOf(node, newest.get(node), now));
  const bad = states.filter(({ trouble }) => trouble);
  const told = (bad.length > 0 ? bad : states).slice(0, SHOWN);
  const [first, ...rest] = told.flatMap(({ evidence }) => evidence);
  if (first !== undefined && bad.length > 0) {
    const more = bad.length > SHOWN ? ` and ${bad.length - SHOWN} nodes more` : '';
    const message = `${told.map(({ node, trouble }) => `${node}: ${trouble}`).join('; ')}${more}`;
    return { verdict: 'fail', subject, evidence: together([first], rest), message };
  }
  if (first === undefined || states.some(({ trouble }) => trouble === undefined)) {
    return { verdict: 'unknown', subject, evidence: [], because: GONE };
  }
  const message = told.map(({ node, until }) => `${node} until ${until}`).join(', ');
  return { verdict: 'pass', subject, evidence: together([first], rest), message };
}

const HOUR = 3_600_000;
const WEEK = 168 * HOUR;

function stateOf(node: string, request: SigningRequest | undefined, now: string): NodeState {
  if (request === undefined) return { node, trouble: undefined, evidence: [] };
  const { metadata, status } = request;
  const object = { apiVersion: 'certificates.k8s.io/v1', kind: 'CertificateSigningRequest', name: metadata.name };
  const [certificate] = status.certificate?.certificates ?? [];
  if (status.certificate !== undefined && certificate !== undefined) {
    const observed = describeBundle(status.certificate);
    const expected = 'valid for a week more, or a tenth of its life';
    const evidence: Evidence = { from: 'object', object, pointer: '/status/certificate', observed, expected };
    return { node, until: certificate.notAfter, trouble: troubleOf(certificate, now), evidence: [evidence] };
  }
  const refused = status.conditions.findIndex(({ type }) => type === 'Denied' || type === 'Failed');
  const refusal = status.conditions[refused]?.type;
  if (refusal !== undefined) {
    const pointer = `/status/conditions/${refused}/type`;
    const trouble = refusal === 'Denied' ? 'its request was denied' : 'its request could not be signed';
    return { node, trouble, evidence: [{ from: 'object', object, pointer, observed: refusal }] };
  }
  const since = metadata.creationTimestamp;
  if (since === undefined || Date.parse(now) - Date.parse(since) < HOUR) {
    return { node, trouble: undefined, evidence: [] };
  }
  const expected = 'an answer within minutes';
  const evidence: Evidence = {
    from: 'object',
    object,
    pointer: '/metadata/creationTimestamp',
    observed: since,
    expected,
  };
  return { node, trouble: `its request has waited since ${since}`, evidence: [evidence] };
}

/** Kubelets ask for a new certificate when 70 to 90 % of the life of the old one are over. */
function troubleOf({ notBefore, notAfter }: Certificate, now: string): string {
  const left = Date.parse(notAfter) - Date.parse(now);
  if (left <= 0) return `its newest certificate ended on ${notAfter}`;
  const life = Date.parse(notAfter) - Date.parse(notBefore);
  return left > Math.min(WEEK, life / 10) ? '' : `its newest certificate ends on ${notAfter}`;
}
