import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'kube-apiserver/audit-policy-file',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: { holds: 'An audit policy is given', broken: 'No audit policy is given, so nothing is audited' },
    rationale:
      'The policy says which requests are recorded and in what detail. Without one the API server records none, whatever log path is set.',
    remediation: {
      kubeadm:
        'Write a policy to every control-plane node (a start: one rule with level Metadata), mount it into the API server pod, and set --audit-policy-file=FILE beside --audit-log-path in /etc/kubernetes/manifests/kube-apiserver.yaml.',
      k3s: 'Add audit-policy-file to kube-apiserver-arg and restart the servers.',
      mayBreak:
        'A policy with a syntax error keeps the API server from starting. Levels Request and RequestResponse write bodies into the log: never use them for Secrets.',
    },
    references: [
      { title: 'Audit policy', url: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#audit-policy' },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '3.2.1' },
      { benchmark: 'Kubescape', number: 'C-0160' },
      { benchmark: 'DISA STIG', number: 'V-242401' },
      { benchmark: 'DISA STIG', number: 'V-242403' },
      { benchmark: 'NSA/CISA', number: 'Kubernetes audit logging' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  setting: 'audit-policy-file',
  expected: 'a file',
  passes: (value) => isGiven(value),
  broken: () => 'no audit policy is given',
});
