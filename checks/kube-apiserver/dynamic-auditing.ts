import { bygoneCheck } from '../../src/judge/settings/bygone-check.ts';

export default bygoneCheck({
  meta: {
    id: 'kube-apiserver/dynamic-auditing',
    component: 'kube-apiserver',
    severity: 'low',
    population: false,
    title: {
      holds: 'The audit log cannot be redirected through the API',
      broken: 'The audit log can be redirected through the API',
    },
    rationale:
      'Up to 1.18 an alpha feature lets objects of kind AuditSink say where audit events are sent. Whoever may write such an object has a copy of every request, Secrets in bodies included, sent to an address of his own. The feature is gone from 1.19 on.',
    remediation: {
      any: 'Upgrade: a release that still has this feature has been without patches for years.',
      kubeadm:
        'Until then remove --audit-dynamic-configuration and DynamicAuditing=true from --feature-gates in /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node.',
      mayBreak:
        'Audit events are no longer sent to the sinks: set --audit-webhook-config-file for the ones that are needed.',
    },
    references: [
      {
        title: 'Changes of Kubernetes 1.19',
        url: 'https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.19.md',
      },
    ],
    controls: [{ benchmark: 'DISA STIG', number: 'V-242398' }],
    since: '0.1.0',
  },
  flags: ['audit-dynamic-configuration'],
  through: '1.18',
  removed: '1.19',
  because: 'from 1.19 on there is no dynamic auditing',
  source: 'https://github.com/kubernetes/apiserver/blob/v0.18.19/pkg/server/options/audit.go',
  unset: false,
  passes: (value) => value === false,
  broken: () => 'AuditSink objects say where audit events are sent',
});
