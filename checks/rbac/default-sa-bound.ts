import { called, grouped, holder, inOrder, nobody, subjectKey, withNobody } from '../../src/judge/rbac/grants.ts';
import { automated } from '../../src/model/check.ts';
import type { Finding, ObjectRef, Subject } from '../../src/model/finding.ts';

interface Bound {
  readonly who: Subject;
  readonly binding: ObjectRef;
  readonly role: ObjectRef;
  readonly pointer: string;
  readonly name: string;
}

export default automated({
  meta: {
    id: 'rbac/default-sa-bound',
    component: 'rbac',
    severity: 'high',
    population: false,
    title: {
      holds: 'No role is bound to a default ServiceAccount',
      broken: 'A role is bound to a default ServiceAccount',
    },
    rationale:
      'Every pod that names no ServiceAccount runs as default. A role that is bound to it reaches each of them, also pods that somebody deploys later and that never needed the API.',
    remediation: {
      any: 'Make a ServiceAccount for the workload that needs the role (`kubectl create serviceaccount NAME -n NAMESPACE`), set it in its pod template, bind the role to it, then delete the binding to default.',
      mayBreak:
        'Pods that use the API as default get 403 once the binding is gone: move them to their own ServiceAccount first.',
    },
    references: [
      {
        title: 'Kubernetes: ServiceAccount permissions',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#service-account-permissions',
      },
      {
        title: 'Kubernetes: ServiceAccounts',
        url: 'https://kubernetes.io/docs/concepts/security/service-accounts/#default-service-accounts',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.1.5' },
      { benchmark: 'NSA/CISA', number: 'Protecting Pod service account tokens' },
      { benchmark: 'Popeye', number: '308' },
      { benchmark: 'Kubescape', number: 'C-0189' },
    ],
    since: '0.1.0',
  },
  needs: ['rbac'],
  evaluate: ({ rbac }) => {
    const bound = rbac.bindings.flatMap(({ binding, role, subjects }) =>
      subjects.map((subject, at) => ({
        who: holder(subject),
        binding,
        role,
        pointer: `/subjects/${at}/name`,
        name: subject.name,
      })),
    );
    const defaults = bound.filter(({ who }) => who.kind === 'ServiceAccount' && who.name === 'default');
    const pass = nobody('a ServiceAccount named default', 'no binding names a default ServiceAccount');
    return withNobody(grouped(defaults, ({ who }) => subjectKey(who)).map(judge), pass);
  },
});

function judge(bound: readonly [Bound, ...Bound[]]): Finding {
  const [{ who, binding, role, pointer, name }, ...others] = inOrder(bound, (one) => called(one.binding));
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return {
    verdict: 'fail',
    subject: who,
    evidence: [
      { from: 'object', object: binding, pointer, observed: name, expected: 'a ServiceAccount of its own' },
      { from: 'object', object: binding, pointer: '/roleRef/name', observed: role.name },
    ],
    message: `holds ${called(role)}, by ${called(binding)}${more}`,
  };
}
