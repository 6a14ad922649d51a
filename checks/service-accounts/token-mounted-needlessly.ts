import { holder, subjectKey } from '../../src/judge/rbac/grants.ts';
import { isAccountDefault, isDiscovery, isSelfReview } from '../../src/judge/rbac/group-check.ts';
import {
  accountFinder,
  accountName,
  tokenOf,
  withoutAccount,
} from '../../src/judge/workloads/service-account-tokens.ts';
import { judgeWorkloads, type Opinion } from '../../src/judge/workloads/workloads.ts';
import { automated } from '../../src/model/check.ts';
import type { Evidence, Evidences } from '../../src/model/finding.ts';
import type { Gathered } from '../../src/model/resources.ts';
import type { Grant, Rbac } from '../../src/model/views.ts';
import type { WorkloadShape } from '../../src/model/workload-shape.ts';

export default automated({
  meta: {
    id: 'service-accounts/token-mounted-needlessly',
    component: 'service-accounts',
    severity: 'medium',
    population: true,
    title: {
      holds: 'Tokens are mounted only where their ServiceAccount has rights',
      broken: 'Workloads carry a token that gives no right',
    },
    rationale:
      'A ServiceAccount without any role binding has nothing to do at the API, so its token serves nobody but a thief: it proves an identity inside the cluster, reads what every login may read and gains whatever is bound to the account later.',
    remediation: {
      any: 'Set automountServiceAccountToken: false in the pod template, or on the ServiceAccount for all of its pods. The pods are restarted.',
      mayBreak:
        'Programs that show the token to something else than the API server (a secret store that trusts the cluster) lose it: give them a projected token with an audience of its own.',
    },
    references: [
      {
        title: 'Kubernetes: opt out of API credential automounting',
        url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.1.6' },
      { benchmark: 'NSA/CISA', number: 'Protecting Pod service account tokens' },
      { benchmark: 'Kubescape', number: 'C-0190' },
      { benchmark: 'Kubescape', number: 'C-0034' },
      { benchmark: 'Kubescape', number: 'C-0261' },
      { benchmark: 'Trivy', number: 'KSV-0036' },
      { benchmark: 'Popeye', number: '301' },
      { benchmark: 'Polaris', number: 'automountServiceAccountToken' },
      { benchmark: 'kubeaudit', number: 'asat' },
      { benchmark: 'CIS EKS', number: '4.1.6' },
      { benchmark: 'CIS GKE', number: '4.1.5' },
      { benchmark: 'CIS AKS', number: '4.1.6' },
    ],
    since: '0.1.0',
  },
  needs: ['workload-shapes'],
  wants: ['service-accounts', 'rbac'],
  evaluate: ({ 'workload-shapes': shapes, 'service-accounts': accounts, rbac }) => {
    const find = accountFinder(accounts);
    const rights = rightsByHolder(rbac);
    return judgeWorkloads(shapes, (shape) => {
      const none = withoutAccount(shape);
      if (none !== undefined) return none;
      const token = tokenOf(shape, find, accounts);
      if (!token.known) return { verdict: 'unknown', evidence: [], because: token.because };
      if (!token.mounted) return { verdict: 'pass', evidence: token.evidence, message: 'gets no token' };
      return judgeRights(shape, token.evidence, rights, rbac);
    });
  },
});

type Rights = ReadonlyMap<string, Grant>;

/** A grant of each holder beyond what everybody has. */
function rightsByHolder(rbac: Gathered<Rbac>): Rights {
  if (rbac.state === 'failed') return new Map();
  const grants = rbac.value.grants.filter(
    (grant) => !isDiscovery(grant) && !isSelfReview(grant) && !isAccountDefault(grant),
  );
  return new Map(grants.toReversed().map((grant) => [subjectKey(holder(grant.subject)), grant]));
}

function judgeRights(shape: WorkloadShape, evidence: Evidences, rights: Rights, rbac: Gathered<Rbac>): Opinion {
  const { namespace } = shape;
  const name = accountName(shape);
  const holders = [
    { kind: 'ServiceAccount', namespace, name },
    { kind: 'Group', name: `system:serviceaccounts:${namespace}` },
    { kind: 'Group', name: 'system:serviceaccounts' },
    { kind: 'Group', name: 'system:authenticated' },
  ];
  const [grant] = holders.flatMap((one) => rights.get(subjectKey(one)) ?? []);
  if (grant !== undefined) {
    const bound: Evidence = {
      from: 'object',
      object: grant.binding,
      pointer: `${grant.subjectPointer}/name`,
      observed: grant.subject.name,
    };
    return { verdict: 'pass', evidence: [...evidence, bound], message: `gets the token of ${name}, which has rights` };
  }
  if (rbac.state === 'whole') {
    return { verdict: 'fail', evidence, message: `gets a token of ${name}, which no binding gives a right` };
  }
  const unread = { code: 'incomplete', detail: 'not all role bindings could be read' } as const;
  return { verdict: 'unknown', evidence, because: rbac.state === 'failed' ? rbac.failure : unread };
}
