import { judgeConnection } from '../../src/judge/settings/proxy-connection.ts';
import { automated } from '../../src/model/check.ts';

export default automated({
  meta: {
    id: 'kube-proxy/api-https-verify',
    component: 'kube-proxy',
    severity: 'high',
    population: false,
    title: {
      holds: 'kube-proxy verifies that it talks to the API server',
      broken: 'kube-proxy does not verify that it talks to the API server',
    },
    rationale:
      'kube-proxy programs every node with what the API server tells it of services. Who can answer in its place, because the connection is plain http or the certificate is not verified, sends the traffic of services wherever they like.',
    remediation: {
      kubeadm:
        'In the kubeconfig of the kube-proxy ConfigMap in kube-system name an https:// server and certificate-authority: /var/run/secrets/kubernetes.io/serviceaccount/ca.crt, remove insecure-skip-tls-verify, then "kubectl -n kube-system rollout restart daemonset kube-proxy".',
      mayBreak:
        'The certificate of the API server must name the address in the kubeconfig, or kube-proxy no longer gets changes of services.',
    },
    references: [
      {
        title: 'Organizing cluster access with kubeconfig files',
        url: 'https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/',
      },
    ],
    controls: [{ benchmark: 'NSA/CISA', number: 'Control plane hardening' }],
    since: '0.1.0',
  },
  needs: ['settings:kube-proxy'],
  wants: ['kube-proxy-config'],
  evaluate: (cluster) =>
    judgeConnection(cluster['settings:kube-proxy'], cluster['kube-proxy-config'], ({ place, ...connection }) => {
      const { server, certificateAuthority, insecureSkipTlsVerify } = connection;
      const at = {
        pointer: `${place.cluster}/cluster/server`,
        observed: server,
        expected: 'an https address, verified',
      };
      if (!server.startsWith('https://')) return { ...at, broken: `kube-proxy connects to ${server} without TLS` };
      if (insecureSkipTlsVerify) {
        const skip = {
          pointer: `${place.cluster}/cluster/insecure-skip-tls-verify`,
          observed: true,
          expected: 'not set',
        };
        return { ...skip, broken: 'the certificate of the API server is not verified (insecure-skip-tls-verify)' };
      }
      if (certificateAuthority) return at;
      const sought = 'certificate-authority or certificate-authority-data';
      return {
        pointer: `${place.cluster}/cluster`,
        sought,
        broken: 'no CA is named: any authority that the image of kube-proxy trusts will do',
      };
    }),
});
