import { withoutLogFile } from '../../src/judge/settings/audit-log.ts';
import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingsCheck } from '../../src/judge/settings/setting-checks.ts';

const FILES = 10;

export default settingsCheck({
  meta: {
    id: 'kube-apiserver/audit-log-maxbackup',
    component: 'kube-apiserver',
    severity: 'medium',
    population: false,
    title: {
      holds: 'At least 10 rotated audit log files are kept',
      broken: 'Fewer than 10 rotated audit log files are kept',
    },
    rationale:
      'With few files a burst of requests rolls the older records away within minutes, and an intruder can make that burst. Zero means that their number is not limited.',
    remediation: {
      kubeadm:
        'Set --audit-log-maxbackup=10 or more in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node, or remove the flag.',
      k3s: 'Set audit-log-maxbackup=10 or more in kube-apiserver-arg.',
      mayBreak: 'Older files stay on the disk of the control-plane nodes for longer: see that there is room.',
    },
    references: [
      {
        title: 'Log backend of auditing',
        url: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#log-backend',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.18' },
      { benchmark: 'Prowler', number: 'apiserver_audit_log_maxbackup_set' },
      { benchmark: 'Kubescape', number: 'C-0132' },
      { benchmark: 'Trivy', number: 'KCV-0021' },
      { benchmark: 'DISA STIG', number: 'V-242463' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  settings: { 'audit-log-path': 'a file', 'audit-log-maxbackup': '10 or more, or 0' },
  judge: (settings) => {
    const nothing = withoutLogFile(settings['audit-log-path'].value);
    if (nothing !== undefined) return nothing;
    const limit = settings['audit-log-maxbackup'].value;
    if (typeof limit !== 'number') {
      return { verdict: 'unknown', because: notUnderstood('--audit-log-maxbackup is no number') };
    }
    if (limit === 0)
      return { verdict: 'pass', message: 'any number of files is kept: see that the disk does not fill' };
    if (limit >= FILES) return { verdict: 'pass' };
    return {
      verdict: 'fail',
      message:
        limit === 1 ? 'only one rotated audit log file is kept' : `only ${limit} rotated audit log files are kept`,
    };
  },
});
