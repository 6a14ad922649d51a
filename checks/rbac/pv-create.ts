import { grantCheck } from '../../src/judge/rbac/grant-check.ts';
import { createsByName } from '../../src/judge/rbac/rule-match.ts';

export default grantCheck({
  meta: {
    id: 'rbac/pv-create',
    component: 'rbac',
    severity: 'high',
    population: false,
    title: {
      holds: 'Only administrators can create PersistentVolumes',
      broken: 'Non-administrators can create PersistentVolumes',
    },
    rationale:
      'A PersistentVolume may point at any directory of a node. Pod Security admission looks at pods, not at volumes, so who creates one and claims it mounts host files past the policy.',
    remediation: {
      any: 'Remove create on persistentvolumes and let people create PersistentVolumeClaims, for which a provisioner makes the volume.',
      mayBreak: 'Storage provisioners need this right: keep it for their own ServiceAccount and waive that subject.',
    },
    references: [
      {
        title: 'Kubernetes: RBAC good practices, persistent volume creation',
        url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#persistent-volume-creation',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.1.9' },
      { benchmark: 'Prowler', number: 'rbac_minimize_pv_creation_access' },
      { benchmark: 'Kubescape', number: 'C-0278' },
      { benchmark: 'CIS EKS', number: '4.1.9' },
      { benchmark: 'CIS AKS', number: '4.1.8' },
    ],
    since: '0.1.0',
  },
  asks: [{ verbs: ['create'], group: '', resources: ['persistentvolumes'], clusterOnly: true }],
  power: 'create PersistentVolumes',
  ownRoles: ['system:controller:persistent-volume-binder'],
  limited: ({ rule }) => !createsByName(rule),
});
