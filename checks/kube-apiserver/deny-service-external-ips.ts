import { together } from '../../src/judge/evidence.ts';
import { held } from '../../src/judge/gathered.ts';
import { pluginState } from '../../src/judge/settings/admission-check.ts';
import { gateGiven } from '../../src/judge/settings/feature-gates.ts';
import { items } from '../../src/judge/settings/observed-values.ts';
import { automated, type Context } from '../../src/model/check.ts';
import { type Evidence, each, type Finding, type Observed } from '../../src/model/finding.ts';
import type { Gathered } from '../../src/model/resources.ts';
import type { Instance, Instances } from '../../src/model/views.ts';
import type {
  NamedRuleWithOperations,
  ObjectMeta,
  ValidatingAdmissionPolicy,
  ValidatingAdmissionPolicyBinding,
} from '../../src/shapes/generated.ts';

const PLUGIN = 'DenyServiceExternalIPs';
/** Of kube-proxy, on unless switched off, from 1.36. */
const GATE = 'AllowServiceExternalIPs';

export default automated({
  meta: {
    id: 'kube-apiserver/deny-service-external-ips',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'Services cannot claim external IPs',
      broken: 'The plugin that keeps Services from claiming external IPs is off',
    },
    rationale:
      'Whoever may write a Service can name any address in spec.externalIPs, and the nodes then send what pods ask of that address to the pods behind the Service: the traffic of others, in clear text or to a false login page. No release repairs this (CVE-2020-8554); the plugin DenyServiceExternalIPs refuses such Services. It is off unless named. A ValidatingAdmissionPolicy that names externalIPs may do the same, which is for a person to judge; so may an admission webhook, which this check does not look at.',
    remediation: {
      kubeadm:
        'Add DenyServiceExternalIPs to --enable-admission-plugins in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node. It leaves Services alone that have external IPs already: look for them with "kubectl get services -A".',
      k3s: 'Add enable-admission-plugins=NodeRestriction,DenyServiceExternalIPs to kube-apiserver-arg.',
      any: 'From 1.36 on, as another way, set AllowServiceExternalIPs: false in featureGates of the kube-proxy ConfigMap in kube-system and restart kube-proxy: it then ignores external IPs.',
      mayBreak:
        'Services that need external IPs can no longer be made or be given others. It does not cover the address in status.loadBalancer, for which one needs rights on services/status.',
    },
    references: [
      {
        title: 'DenyServiceExternalIPs',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#denyserviceexternalips',
      },
      { title: 'CVE-2020-8554', url: 'https://github.com/kubernetes/kubernetes/issues/97076' },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.3' },
      { benchmark: 'Prowler', number: 'apiserver_deny_service_external_ips' },
      { benchmark: 'Kubescape', number: 'C-0283' },
      { benchmark: 'Kubescape', number: 'C-0115' },
      { benchmark: 'Trivy', number: 'KCV-0003' },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kube-apiserver'],
  wants: ['settings:kube-proxy', 'admission-policies', 'admission-policy-bindings'],
  evaluate: (cluster, context) => {
    const { instances, none } = cluster['settings:kube-apiserver'];
    const ignored = proxiesIgnore(cluster['settings:kube-proxy']);
    const denied = policyDenies(held(cluster['admission-policies']), held(cluster['admission-policy-bindings']));
    return each(instances, (instance) => judge(instance, context, ignored, denied), none);
  },
});

function judge(instance: Instance, context: Context, ignored: Shown, denied: Shown): Finding {
  const { subject } = instance;
  const state = pluginState(instance, PLUGIN, context);
  if (!state.known) return { verdict: 'unknown', subject, evidence: [], because: state.because };
  if (state.on) return { verdict: 'pass', subject, evidence: state.evidence };
  if (ignored !== undefined) {
    const evidence = together(state.evidence, ignored);
    return { verdict: 'pass', subject, evidence, message: 'kube-proxy ignores external IPs on every node' };
  }
  if (denied !== undefined) {
    const message = `${PLUGIN} is off, and a policy denies Services by their externalIPs: whether it denies all does not show`;
    return { verdict: 'review', subject, evidence: together(state.evidence, denied), message };
  }
  const message = `${PLUGIN} is off: who may write Services can claim any address, unless a webhook or another policy forbids it`;
  return { verdict: 'fail', subject, evidence: state.evidence, message };
}

type Shown = readonly Evidence[] | undefined;

/** A policy that may do the work of the plugin: it denies, and asks Services for their externalIPs. What its expression says is not judged. */
function policyDenies(
  policies: readonly ValidatingAdmissionPolicy[],
  bindings: readonly ValidatingAdmissionPolicyBinding[],
): Shown {
  for (const { metadata, spec } of policies) {
    const at = spec.validations.findIndex(({ expression }) => expression.includes('externalIPs'));
    const validation = spec.validations[at];
    const rules = spec.matchConstraints?.resourceRules ?? [];
    const binding = bindings.find(
      (one) => one.spec.policyName === metadata.name && one.spec.validationActions.includes('Deny'),
    );
    if (validation === undefined || binding === undefined || !rules.some(coversServices)) continue;
    const shown = (kind: string, { name }: ObjectMeta, pointer: string, observed: Observed): Evidence => ({
      from: 'object',
      object: { apiVersion: 'admissionregistration.k8s.io/v1', kind, name },
      pointer,
      observed,
    });
    return [
      shown('ValidatingAdmissionPolicy', metadata, `/spec/validations/${at}/expression`, validation.expression),
      shown(
        'ValidatingAdmissionPolicyBinding',
        binding.metadata,
        '/spec/validationActions',
        binding.spec.validationActions,
      ),
    ];
  }
  return undefined;
}

/** Whether a rule is of Services that are made: one that is of changes alone leaves new ones free. */
const coversServices = ({ operations, apiGroups, resources }: NamedRuleWithOperations): boolean =>
  operations.some((operation) => ['*', 'CREATE'].includes(operation)) &&
  apiGroups.some((group) => ['*', ''].includes(group)) &&
  resources.some((resource) => ['*', '*/*', 'services'].includes(resource));

/** What shows that every kube-proxy ignores external IPs; undefined where one may not. */
function proxiesIgnore(proxies: Gathered<Instances>): Shown {
  if (proxies.state !== 'whole' || proxies.value.instances.length === 0) return undefined;
  const gates = proxies.value.instances.map((proxy) => proxy.get('featureGates'));
  const off = gates.flatMap((found) =>
    found.known && gateGiven(items(found.value), GATE) === false ? [found.evidence] : [],
  );
  return off.length === gates.length ? off.flat() : undefined;
}
