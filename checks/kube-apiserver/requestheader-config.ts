import { describeBundle } from '../../src/judge/certificates.ts';
import { expecting, together } from '../../src/judge/evidence.ts';
import { isGiven, items } from '../../src/judge/settings/observed-values.ts';
import type { Certificate } from '../../src/model/certificates.ts';
import { automated } from '../../src/model/check.ts';
import { type Evidence, each, type Finding } from '../../src/model/finding.ts';
import type { ClientAuthorities, Gathered } from '../../src/model/resources.ts';
import type { Instance } from '../../src/model/views.ts';

/** What the API server publishes of both, for the servers of aggregated APIs. */
const PUBLISHED = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  name: 'extension-apiserver-authentication',
  namespace: 'kube-system',
} as const;

export default automated({
  meta: {
    id: 'kube-apiserver/requestheader-config',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'Only the front proxy may name users in headers',
      broken: 'Any client certificate may name any user in headers',
    },
    rationale:
      'From whoever shows a certificate of --requestheader-client-ca-file the API server takes the user and the groups out of headers. If the CA that signs for users is named there and no names are asked for, every kubelet and every user can say X-Remote-Group: system:masters and is cluster admin. From 1.35 on the API server does not start so. kubevet compares where the files lie, and what the API server publishes of them.',
    remediation: {
      kubeadm:
        'Make a CA for the front proxy ("kubeadm init phase certs front-proxy-ca" and "front-proxy-client"), set --requestheader-client-ca-file=/etc/kubernetes/pki/front-proxy-ca.crt and --requestheader-allowed-names=front-proxy-client in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      k3s: 'Remove requestheader-client-ca-file and requestheader-allowed-names from kube-apiserver-arg: k3s and RKE2 make a CA of their own.',
      mayBreak:
        'Aggregated APIs (metrics-server and others) and proxies in front that present a certificate of the old CA are refused until they have one of the new CA.',
    },
    references: [
      {
        title: 'Authenticating proxy',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#authenticating-proxy',
      },
      {
        title: 'Configure the aggregation layer',
        url: 'https://kubernetes.io/docs/tasks/extend-kubernetes/configure-aggregation-layer/#ca-reusage-and-conflicts',
      },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kube-apiserver'],
  wants: ['client-authorities'],
  evaluate: (cluster) => {
    const { instances, none } = cluster['settings:kube-apiserver'];
    return each(instances, (instance) => judge(instance, cluster['client-authorities']), none);
  },
});

function judge(instance: Instance, authorities: Gathered<ClientAuthorities>): Finding {
  const { subject } = instance;
  const own = instance.get('requestheader-client-ca-file');
  if (!own.known) return { verdict: 'unknown', subject, evidence: [], because: own.because };
  const evidence = expecting(own.evidence, 'a CA other than that of --client-ca-file');
  if (!isGiven(own.value)) {
    return { verdict: 'not-applicable', subject, evidence, because: 'no header is taken for a login' };
  }
  const clients = instance.get('client-ca-file');
  if (!clients.known) return { verdict: 'unknown', subject, evidence, because: clients.because };
  const published = compare(authorities);
  const seen = together(evidence, clients.evidence, published?.evidence ?? []);
  if (!isSameFile(instance, String(own.value), String(clients.value)) && published?.shared !== true) {
    if (published !== undefined) return { verdict: 'pass', subject, evidence: seen };
    const message = 'the files are not the same; their content was not compared';
    return { verdict: 'pass', subject, evidence: seen, message };
  }
  const names = instance.get('requestheader-allowed-names');
  if (!names.known) return { verdict: 'unknown', subject, evidence: seen, because: names.because };
  const shown = together(seen, names.evidence);
  if (isGiven(names.value)) {
    const message = `the CA of users may name users in headers, as ${items(names.value).join(' or ')} only`;
    return { verdict: 'pass', subject, evidence: shown, message };
  }
  const message = `${own.value} is also the CA for users, and any of its certificates will do`;
  return { verdict: 'fail', subject, evidence: shown, message };
}

function isSameFile({ originOf }: Instance, one: string, other: string): boolean {
  const origin = originOf?.(one);
  return one === other || (origin !== undefined && origin === originOf?.(other));
}

/** Whether one certificate is among both authorities that are published; undefined where these cannot be compared. */
function compare(
  authorities: Gathered<ClientAuthorities>,
): { readonly shared: boolean; readonly evidence: readonly Evidence[] } | undefined {
  if (authorities.state === 'failed') return undefined;
  const { client, requestHeader } = authorities.value;
  if (client === undefined || requestHeader === undefined) return undefined;
  if (client.unreadable + requestHeader.unreadable > 0) return undefined;
  const evidence = (key: string, observed: readonly string[]): Evidence => ({
    from: 'object',
    object: PUBLISHED,
    pointer: `/data/${key}`,
    observed,
  });
  return {
    shared: requestHeader.certificates.some((one) => client.certificates.some((other) => isSame(one, other))),
    evidence: [
      evidence('client-ca-file', describeBundle(client)),
      evidence('requestheader-client-ca-file', describeBundle(requestHeader)),
    ],
  };
}

/** What two certificates never have in common by chance. */
const isSame = (one: Certificate, other: Certificate): boolean =>
  one.subject === other.subject && one.notBefore === other.notBefore && one.notAfter === other.notAfter;
