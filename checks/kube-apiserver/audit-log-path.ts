import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingsCheck({
  meta: {
    id: 'kube-apiserver/audit-log-path',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: { holds: 'The API server writes an audit log', broken: 'The API server writes no audit log' },
    rationale:
      'The audit log is the only record of who asked the API server for what. Without it nobody can say after an incident which Secrets were read, which pods were entered, or since when.',
    remediation: {
      kubeadm:
        'Write an audit policy to every control-plane node, mount it and a log directory into the API server pod (hostPath volumes), and set --audit-policy-file=FILE and --audit-log-path=/var/log/kubernetes/audit/audit.log in /etc/kubernetes/manifests/kube-apiserver.yaml.',
      k3s: 'Add audit-log-path and audit-policy-file to kube-apiserver-arg and restart the servers.',
      managed: "Turn on the provider's control-plane audit logs.",
      mayBreak:
        'A path that is not mounted is written inside the container and lost with it; one that cannot be written keeps the API server from starting. The log needs disk space: begin with level Metadata and never log bodies of Secrets.',
    },
    references: [{ title: 'Auditing', url: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/' }],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.16' },
      { benchmark: 'Prowler', number: 'apiserver_audit_log_path_set' },
      { benchmark: 'Kubescape', number: 'C-0130' },
      { benchmark: 'Kubescape', number: 'C-0067' },
      { benchmark: 'Kubescape', number: 'C-0254' },
      { benchmark: 'Trivy', number: 'KCV-0019' },
      { benchmark: 'DISA STIG', number: 'V-242402' },
      { benchmark: 'DISA STIG', number: 'V-242461' },
      { benchmark: 'DISA STIG', number: 'V-242465' },
      { benchmark: 'NSA/CISA', number: 'Kubernetes audit logging' },
      { benchmark: 'CIS EKS', number: '2.1.1' },
      { benchmark: 'CIS AKS', number: '2.1.1' },
      { benchmark: 'CIS GKE', number: '5.7.1' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  settings: {
    'audit-log-path': 'a path, or a webhook',
    'audit-webhook-config-file': 'a file, or a log path',
    'audit-policy-file': 'a file',
  },
  judge: (settings) => {
    const [path, webhook] = [settings['audit-log-path'].value, settings['audit-webhook-config-file'].value];
    if (!isGiven(path) && !isGiven(webhook))
      return { verdict: 'fail', message: 'neither an audit log file nor an audit webhook is given' };
    if (path === '/dev/null' && !isGiven(webhook))
      return { verdict: 'fail', message: 'the audit log is thrown away as it is written (/dev/null)' };
    if (isGiven(settings['audit-policy-file'].value)) return { verdict: 'pass' };
    return { verdict: 'fail', message: 'a place for the audit log is given but no policy: nothing is logged' };
  },
});
