import { parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { withoutLogFile } from '../../src/judge/settings/audit-log.ts';
import { isOlder } from '../../src/judge/settings/era.ts';
import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { type Judgement, settingsCheck } from '../../src/judge/settings/setting-checks.ts';
import type { Instance } from '../../src/model/views.ts';

const MEGABYTES = 100;
/** The first minor in which 0 switches the rotation off; before it is 100 megabytes. */
const LITERAL_ZERO = '1.36';
const SOURCE =
  'https://github.com/kubernetes/kubernetes/blob/v1.36.2/staging/src/k8s.io/apiserver/pkg/server/options/audit.go';

export default settingsCheck({
  meta: {
    id: 'kube-apiserver/audit-log-maxsize',
    component: 'kube-apiserver',
    severity: 'low',
    population: false,
    title: {
      holds: 'Audit log files are rotated at 100 megabytes or more',
      broken: 'Audit log files are rotated too early, or never',
    },
    rationale:
      'With --audit-log-maxbackup the size of a file says how much of the past is kept: small files are rolled away within minutes by a burst of requests, which an intruder can make. A log that is never rotated fills the disk of the control-plane node, and the API server with it.',
    remediation: {
      kubeadm:
        'Set --audit-log-maxsize=100 (megabytes) or more in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      k3s: 'Set audit-log-maxsize=100 or more in kube-apiserver-arg.',
      mayBreak:
        'The log takes up to this size times --audit-log-maxbackup on the disk of the control-plane nodes: see that there is room.',
    },
    references: [
      {
        title: 'Log backend of auditing',
        url: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#log-backend',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '1.2.19' },
      { benchmark: 'Prowler', number: 'apiserver_audit_log_maxsize_set' },
      { benchmark: 'Kubescape', number: 'C-0133' },
      { benchmark: 'Trivy', number: 'KCV-0022' },
      { benchmark: 'DISA STIG', number: 'V-242462' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  settings: { 'audit-log-path': 'a file', 'audit-log-maxsize': '100 or more' },
  judge: (settings, instance) => {
    const nothing = withoutLogFile(settings['audit-log-path'].value);
    if (nothing !== undefined) return nothing;
    const limit = settings['audit-log-maxsize'].value;
    if (typeof limit !== 'number') {
      return { verdict: 'unknown', because: notUnderstood('--audit-log-maxsize is no number') };
    }
    if (limit >= MEGABYTES) return { verdict: 'pass' };
    if (limit !== 0) return { verdict: 'fail', message: `a new file is begun every ${limit} MB` };
    return judgeZero(instance);
  },
});

function judgeZero({ version }: Instance): Judgement {
  const read = version && parseKubernetesVersion(version.value);
  if (read === undefined) {
    const detail = 'what 0 means depends on the version, which is not known';
    return { verdict: 'unknown', because: { code: 'not-visible', detail } };
  }
  const literal = !isOlder(read.line, LITERAL_ZERO);
  const fact = `first minor in which 0 switches the rotation off`;
  const evidence = [{ from: 'fact', fact, value: LITERAL_ZERO, source: SOURCE }] as const;
  if (literal) return { verdict: 'fail', evidence, message: 'the file is never rotated' };
  return { verdict: 'pass', evidence, message: 'before 1.36, 0 stands for 100 MB' };
}
