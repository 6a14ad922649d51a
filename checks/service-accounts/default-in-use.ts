import {
  accountEvidence,
  accountFinder,
  accountName,
  tokenOf,
  withoutAccount,
} from '../../src/judge/workloads/service-account-tokens.ts';
import { judgeWorkloads } from '../../src/judge/workloads/workloads.ts';
import { automated } from '../../src/model/check.ts';

export default automated({
  meta: {
    id: 'service-accounts/default-in-use',
    component: 'service-accounts',
    severity: 'medium',
    population: true,
    title: {
      holds: 'No workload uses the API as a default ServiceAccount',
      broken: 'Workloads carry a token of a default ServiceAccount',
    },
    rationale:
      'Pods that share the default ServiceAccount share its rights, and the audit log cannot tell them apart. A right that one of them needs is then given to all of them.',
    remediation: {
      any: 'Make a ServiceAccount for the workload and name it in its pod template (serviceAccountName), or set automountServiceAccountToken: false there where the program does not use the API.',
      mayBreak:
        'Rights that were bound to default have to be bound to the new ServiceAccount first. The pods are restarted.',
    },
    references: [
      { title: 'Kubernetes: ServiceAccounts', url: 'https://kubernetes.io/docs/concepts/security/service-accounts/' },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.1.5' },
      { benchmark: 'NSA/CISA', number: 'Protecting Pod service account tokens' },
      { benchmark: 'Kubescape', number: 'C-0189' },
      { benchmark: 'Popeye', number: '300' },
      { benchmark: 'kube-linter', number: 'default-service-account' },
      { benchmark: 'kubeaudit', number: 'asat' },
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
      const named = accountEvidence(shape, 'a ServiceAccount of its own');
      if (accountName(shape) !== 'default') return { verdict: 'pass', evidence: [named] };
      const token = tokenOf(shape, find, accounts);
      if (!token.known) return { verdict: 'unknown', evidence: [named], because: token.because };
      const evidence = [named, ...token.evidence] as const;
      if (!token.mounted) return { verdict: 'pass', evidence, message: 'runs as default without its token' };
      return { verdict: 'fail', evidence, message: 'runs as the default ServiceAccount and gets its token' };
    });
  },
});
