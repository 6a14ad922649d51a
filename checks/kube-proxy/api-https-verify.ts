import {
  type ConnectionJudgement,
  connectionFinding,
  connectionIn,
  type ProxyConnection,
} from '../../src/judge/settings/proxy-connection.ts';
import { automated } from '../../src/model/check.ts';
import { type Evidence, each, type Finding, type Uncertainty } from '../../src/model/finding.ts';
import type { Instance } from '../../src/model/views.ts';

export default automated({
  meta: {
    id: 'kube-proxy/api-https-verify',
    component: 'kube-proxy',
    severity: 'high',
    population: true,
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
  evaluate: (cluster) => {
    const { instances, none } = cluster['settings:kube-proxy'];
    const connection = connectionIn(cluster['kube-proxy-config']);
    return each(instances, (instance) => judge(instance, connection), none);
  },
});

function judge(instance: Instance, connection: ProxyConnection | Uncertainty): Finding {
  const { subject } = instance;
  const unknown = (because: Uncertainty, evidence: readonly Evidence[] = []): Finding => {
    return { verdict: 'unknown', subject, evidence, because };
  };
  const flag = instance.given('master') === false ? undefined : instance.get('master');
  if (flag?.known === false) return unknown(flag.because);
  const master = flag === undefined ? '' : String(flag.value);
  if (flag !== undefined && !master.startsWith('https://')) {
    const message = `kube-proxy connects to ${master} without TLS`;
    return { verdict: 'fail', subject, evidence: flag.evidence, message };
  }
  const file = instance.get('clientConnection.kubeconfig');
  if (!file.known) return unknown(file.because);
  const path = String(file.value);
  if (path === '' && master === '') {
    const message = 'it connects as its ServiceAccount, over https and with the CA of that';
    return { verdict: 'pass', subject, evidence: file.evidence, message };
  }
  if ('code' in connection) return unknown(connection, file.evidence);
  const { configMap, key } = connection.place;
  if (instance.originOf?.(path) === `config-map:kube-system/${configMap}/${key}`)
    return connectionFinding(subject, connection, verified(connection, master), file.evidence);
  const detail = `its kubeconfig ${path} is not the one in ConfigMap ${configMap}`;
  return unknown({ code: 'not-visible', detail }, file.evidence);
}

/** `master` is the address that takes the place of the one in the kubeconfig. */
function verified({ place, ...connection }: ProxyConnection, master: string): ConnectionJudgement {
  const { server, certificateAuthority, insecureSkipTlsVerify } = connection;
  const at = {
    pointer: `${place.cluster}/cluster/server`,
    observed: server,
    expected: 'an https address, verified',
  };
  if (master === '' && !server.startsWith('https://'))
    return { ...at, broken: `kube-proxy connects to ${server} without TLS` };
  if (insecureSkipTlsVerify) {
    const skip = { pointer: `${place.cluster}/cluster/insecure-skip-tls-verify`, observed: true, expected: 'not set' };
    return { ...skip, broken: 'the certificate of the API server is not verified (insecure-skip-tls-verify)' };
  }
  if (certificateAuthority) return at;
  const sought = 'certificate-authority or certificate-authority-data';
  const broken = 'no CA is named: any authority that the image of kube-proxy trusts will do';
  return { pointer: `${place.cluster}/cluster`, sought, broken };
}
