import { expecting, together } from '../../src/judge/evidence.ts';
import { isGiven } from '../../src/judge/settings/observed-values.ts';
import { automated } from '../../src/model/check.ts';
import { type Evidences, each, type Finding, type Uncertainty } from '../../src/model/finding.ts';
import type { Instance } from '../../src/model/views.ts';

export default automated({
  meta: {
    id: 'etcd/unique-ca',
    component: 'etcd',
    severity: 'high',
    population: false,
    title: {
      holds: 'etcd trusts a CA file of its own',
      broken: 'etcd trusts the CA that signs for users of the cluster',
    },
    rationale:
      'The CA of the cluster signs certificates for users, nodes and, by request, others. If etcd trusts it as well, each of these certificates opens the whole store, past all roles. kubevet compares where the files lie; what is in them the API does not show.',
    remediation: {
      kubeadm:
        'Make a CA for etcd ("kubeadm init phase certs etcd-ca" and the certificates of etcd after it), then set --trusted-ca-file=/etc/kubernetes/pki/etcd/ca.crt in /etc/kubernetes/manifests/etcd.yaml and --etcd-cafile of the API server.',
      k3s: 'RKE2 and k3s make a CA for etcd; remove trusted-ca-file from etcd-arg.',
      mayBreak:
        'Every client and peer certificate of etcd must be issued anew by the new CA, and members must trust both for a while.',
    },
    references: [
      {
        title: 'PKI certificates and requirements',
        url: 'https://kubernetes.io/docs/setup/best-practices/certificates/',
      },
      { title: 'Transport security model of etcd', url: 'https://etcd.io/docs/v3.6/op-guide/security/' },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '2.7' },
      { benchmark: 'Prowler', number: 'etcd_unique_ca' },
      { benchmark: 'Kubescape', number: 'C-0159' },
      { benchmark: 'NSA/CISA', number: 'Etcd' },
    ],
    since: '0.1.0',
  },
  needs: ['settings:etcd', 'settings:kube-apiserver'],
  evaluate: (cluster) => {
    const { instances, none } = cluster['settings:etcd'];
    const servers = cluster['settings:kube-apiserver'].instances;
    return each(instances, (instance) => judge(instance, servers), none);
  },
});

interface File {
  readonly path: string;
  readonly origin: string | undefined;
  readonly evidence: Evidences;
}

function judge(instance: Instance, servers: readonly Instance[]): Finding {
  const { subject } = instance;
  const own = fileOf(instance, 'trusted-ca-file');
  if ('code' in own) return { verdict: 'unknown', subject, evidence: [], because: own };
  const evidence = expecting(own.evidence, 'a file other than --client-ca-file of the API server');
  if (own.path === '')
    return { verdict: 'fail', subject, evidence, message: 'trusts no CA, so it asks for no certificate' };
  const others = servers.map((server) => fileOf(server, 'client-ca-file'));
  const files = others.filter((other): other is File => !('code' in other));
  const shown = together(
    evidence,
    files.flatMap((file) => file.evidence),
  );
  const answers = files.map((file) => isSame(own, file));
  if (answers.includes(true)) {
    const message = `${own.path} is also the CA for clients of the API server`;
    return { verdict: 'fail', subject, evidence: shown, message };
  }
  const unread = others.find((other): other is Uncertainty => 'code' in other);
  if (unread !== undefined) return { verdict: 'unknown', subject, evidence: shown, because: unread };
  if (servers.length === 0 || answers.includes(undefined))
    return { verdict: 'unknown', subject, evidence: shown, because: HIDDEN };
  return {
    verdict: 'pass',
    subject,
    evidence: shown,
    message: 'the files are not the same; their content was not compared',
  };
}

const HIDDEN: Uncertainty = {
  code: 'not-visible',
  detail: 'it is not visible whether this is the file that the API server takes for clients',
};

function fileOf(instance: Instance, flag: string): File | Uncertainty {
  const setting = instance.get(flag);
  if (!setting.known) return setting.because;
  const path = String(setting.value);
  return { path, origin: instance.originOf?.(path), evidence: setting.evidence };
}

/** Whether two containers name one file; undefined where it is not known where one of them lies. */
function isSame(own: File, other: File): boolean | undefined {
  if (!isGiven(other.path)) return false;
  return own.origin === undefined || other.origin === undefined ? undefined : own.origin === other.origin;
}
