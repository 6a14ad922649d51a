import {
  accountEvidence,
  accountFinder,
  accountName,
  accountObject,
  unreadAccount,
  withoutAccount,
} from '../../src/judge/workloads/service-account-tokens.ts';
import { judgeWorkloads } from '../../src/judge/workloads/workloads.ts';
import { automated } from '../../src/model/check.ts';

export default automated({
  meta: {
    id: 'service-accounts/missing-reference',
    component: 'service-accounts',
    severity: 'low',
    population: true,
    title: {
      holds: 'Every workload names a ServiceAccount that exists',
      broken: 'Workloads name a ServiceAccount that does not exist',
    },
    rationale:
      'Who may create ServiceAccounts in the namespace can create the missing one, and the workload then runs under an account of his making, image pull secrets included. Until then its pods cannot start, and those that run lost their identity.',
    remediation: {
      any: 'Create the ServiceAccount (`kubectl create serviceaccount NAME -n NAMESPACE`) with the bindings that it had, or name an existing one in the pod template.',
      mayBreak: 'Bindings that still name the account take effect again as soon as it exists: look at them first.',
    },
    references: [
      { title: 'Kubernetes: ServiceAccounts', url: 'https://kubernetes.io/docs/concepts/security/service-accounts/' },
    ],
    controls: [
      { benchmark: 'Popeye', number: '307' },
      { benchmark: 'Popeye', number: '507' },
      { benchmark: 'Kubescape', number: 'C-0307' },
      { benchmark: 'kube-linter', number: 'non-existent-service-account' },
    ],
    since: '0.1.0',
  },
  needs: ['workload-shapes'],
  wants: ['service-accounts'],
  evaluate: ({ 'workload-shapes': shapes, 'service-accounts': accounts }) => {
    const find = accountFinder(accounts);
    return judgeWorkloads(shapes, (shape) => {
      const none = withoutAccount(shape);
      if (none !== undefined) return none;
      const named = accountEvidence(shape, 'a ServiceAccount that exists');
      const account = find(shape);
      if (account !== undefined) {
        const exists = {
          from: 'object',
          object: accountObject(account),
          pointer: '/metadata/name',
          observed: accountName(shape),
        } as const;
        return { verdict: 'pass', evidence: [named, exists] };
      }
      if (accounts.state !== 'whole')
        return { verdict: 'unknown', evidence: [named], because: unreadAccount(shape, accounts) };
      const object = { apiVersion: 'v1', kind: 'ServiceAccount', name: '', namespace: shape.namespace };
      const missing = { from: 'absence', object, pointer: '', sought: accountName(shape) } as const;
      return {
        verdict: 'fail',
        evidence: [named, missing],
        message: `names ServiceAccount ${accountName(shape)}, which does not exist`,
      };
    });
  },
});
