import { connectionFinding, connectionIn } from '../../src/judge/settings/proxy-connection.ts';
import { automated } from '../../src/model/check.ts';

export default automated({
  meta: {
    id: 'kube-proxy/kubeconfig-inline-token',
    component: 'kube-proxy',
    severity: 'high',
    population: false,
    title: {
      holds: 'The ConfigMap of kube-proxy holds no credential',
      broken: 'A credential stands in the ConfigMap of kube-proxy',
    },
    rationale:
      'ConfigMaps are read by far more people and programs than Secrets, are not encrypted at rest, and end up in backups and repositories. A token or key that stands there is a login for all of them, and one that does not rotate.',
    remediation: {
      kubeadm:
        'Replace the credential in the kubeconfig of the kube-proxy ConfigMap in kube-system by tokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token, restart the DaemonSet, and then revoke the credential: delete the ServiceAccount token Secret, or rotate the CA that signed the key.',
      mayBreak:
        'kube-proxy then acts as its ServiceAccount: that must be bound to system:node-proxier, as kubeadm does.',
    },
    references: [
      {
        title: 'Good practices for Secrets',
        url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
      },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kube-proxy'],
  wants: ['kube-proxy-config'],
  evaluate: (cluster) => {
    const { instances, none } = cluster['settings:kube-proxy'];
    if (instances.length === 0) return none;
    const connection = connectionIn(cluster['kube-proxy-config']);
    if ('code' in connection) return { unseen: connection };
    const { inlineCredential, place, userName } = connection;
    const subject = { kind: 'ConfigMap', name: place.configMap, namespace: 'kube-system' };
    if (!inlineCredential) {
      const sought = 'token, password or client-key-data';
      return [connectionFinding(subject, connection, { pointer: place.user, sought })];
    }
    const broken = `a token, password or key stands in the kubeconfig, at user ${userName}`;
    const shown = { pointer: `${place.user}/name`, observed: userName, expected: 'a user with tokenFile' };
    return [connectionFinding(subject, connection, { ...shown, broken })];
  },
});
