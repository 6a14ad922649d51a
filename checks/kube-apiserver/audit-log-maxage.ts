import { withoutLogFile } from '../../src/judge/settings/audit-log.ts';
import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

const DAYS = 30;

export default settingsCheck({
  meta: {
    id: 'kube-apiserver/audit-log-maxage',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'Audit log files are kept for at least 30 days',
      broken: 'Audit log files are deleted before 30 days are over',
    },
    rationale:
      'Intrusions are often noticed weeks later. An audit log that is deleted before then cannot answer what happened. Zero means that age deletes nothing.',
    remediation: {
      kubeadm:
        'Set --audit-log-maxage=30 or more in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node, or remove the flag.',
      k3s: 'Set audit-log-maxage=30 or more in kube-apiserver-arg.',
      mayBreak: 'Older files stay on the disk of the control-plane nodes for longer: see that there is room.',
    },
    references: [
      {
        title: 'Log backend of auditing',
        url: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#log-backend',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.17' },
      { benchmark: 'Prowler', number: 'apiserver_audit_log_maxage_set' },
      { benchmark: 'Kubescape', number: 'C-0131' },
      { benchmark: 'Trivy', number: 'KCV-0020' },
      { benchmark: 'DISA STIG', number: 'V-242464' },
      { benchmark: 'NSA/CISA', number: 'Kubernetes audit logging' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  settings: { 'audit-log-path': 'a file', 'audit-log-maxage': '30 or more, or 0' },
  judge: (settings) => {
    const nothing = withoutLogFile(settings['audit-log-path'].value);
    if (nothing !== undefined) return nothing;
    const limit = settings['audit-log-maxage'].value;
    if (typeof limit !== 'number') {
      return { verdict: 'unknown', because: notUnderstood('--audit-log-maxage is no number') };
    }
    if (limit === 0) return { verdict: 'pass', message: 'age deletes no file: see that the disk does not fill' };
    if (limit >= DAYS) return { verdict: 'pass' };
    return { verdict: 'fail', message: `audit log files are deleted after ${limit === 1 ? 'a day' : `${limit} days`}` };
  },
});
