import { parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { gateGiven } from '../../src/judge/settings/feature-gates.ts';
import { items } from '../../src/judge/settings/observed-values.ts';
import { automated } from '../../src/model/check.ts';
import { type Evidence, each, type Finding, type Uncertainty } from '../../src/model/finding.ts';
import type { Gathered } from '../../src/model/resources.ts';
import type { Instance } from '../../src/model/views.ts';
import type { Service } from '../../src/shapes/generated.ts';

const GATE = 'AllowServiceExternalIPs';
/** The first minor of 1 that has the gate, which is on unless switched off. */
const FROM = 36;
const SOURCE = 'https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/features/kube_features.go';

export default automated({
  meta: {
    id: 'kube-proxy/external-ips-gate',
    component: 'kube-proxy',
    severity: 'low',
    population: true,
    title: {
      holds: 'kube-proxy does not honour external IPs that nobody needs',
      broken: 'kube-proxy honours external IPs, though no Service uses any',
    },
    rationale:
      'Whoever may write a Service can name any address in spec.externalIPs, and kube-proxy then sends what pods ask of that address to the pods behind the Service (CVE-2020-8554). From 1.36 on the gate AllowServiceExternalIPs=false makes it ignore the field, whatever was let in.',
    remediation: {
      kubeadm:
        'Set featureGates: {AllowServiceExternalIPs: false} in the kube-proxy ConfigMap in kube-system, then "kubectl -n kube-system rollout restart daemonset kube-proxy".',
      k3s: 'Set feature-gates=AllowServiceExternalIPs=false in kube-proxy-arg on every node.',
      mayBreak:
        'Services that publish by externalIPs, as on machines without load balancers, are no longer reached by them: look with "kubectl get services -A" before.',
    },
    references: [
      { title: 'CVE-2020-8554', url: 'https://github.com/kubernetes/kubernetes/issues/97076' },
      {
        title: 'Feature gates',
        url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/',
      },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kube-proxy'],
  wants: ['services'],
  evaluate: (cluster) => {
    const { instances, none } = cluster['settings:kube-proxy'];
    return each(instances, (instance) => judge(instance, cluster.services), none);
  },
});

function judge(instance: Instance, services: Gathered<readonly Service[]>): Finding {
  const { subject, version } = instance;
  const unknown = (because: Uncertainty): Finding => ({ verdict: 'unknown', subject, evidence: [], because });
  const parsed = version && parseKubernetesVersion(version.value);
  if (version === undefined || parsed === undefined) return unknown(NO_VERSION);
  if (parsed.minor < FROM) {
    const fact = {
      from: 'fact',
      fact: `first release with the gate ${GATE}`,
      value: `1.${FROM}`,
      source: SOURCE,
    } as const;
    const because =
      'this release has no gate for external IPs: kube-apiserver/deny-service-external-ips keeps them out';
    return { verdict: 'not-applicable', subject, evidence: [...version.evidence, fact], because };
  }
  const gates = instance.get('featureGates');
  if (!gates.known) return unknown(gates.because);
  const { evidence } = gates;
  if (gateGiven(items(gates.value), GATE) === false) return { verdict: 'pass', subject, evidence };
  const all = services.state === 'failed' ? [] : services.value;
  const users = all.filter(({ spec }) => spec.externalIPs.length > 0);
  const [user] = users;
  if (user !== undefined) {
    const message = `${users.length === 1 ? 'one Service publishes' : `${users.length} Services publish`} by external IPs, which need the gate: ${nameOf(user)}`;
    return { verdict: 'review', subject, evidence: [...evidence, evidenceOf(user)], message };
  }
  if (services.state === 'failed') return unknown(services.failure);
  if (services.state === 'partial') return unknown({ code: 'incomplete', detail: services.missing[0] });
  const object = { apiVersion: 'v1', kind: 'Service', name: '' };
  const absent: Evidence = { from: 'absence', object, pointer: '', sought: 'spec.externalIPs' };
  const message = `no Service uses external IPs, and the gate ${GATE} is on`;
  return { verdict: 'fail', subject, evidence: [...evidence, absent], message };
}

const NO_VERSION: Uncertainty = {
  code: 'not-visible',
  detail: 'the version of kube-proxy is not known, so neither is whether it has the gate',
};

const nameOf = ({ metadata: { namespace, name } }: Service): string => `${namespace}/${name}`;

const evidenceOf = ({ metadata: { namespace, name }, spec }: Service): Evidence => ({
  from: 'object',
  object: { apiVersion: 'v1', kind: 'Service', name, namespace },
  pointer: '/spec/externalIPs',
  observed: spec.externalIPs,
});
