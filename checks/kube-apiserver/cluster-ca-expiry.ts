import { bundleState, describeBundle } from '../../src/judge/certificates.ts';
import type { CertificateBundle } from '../../src/model/certificates.ts';
import { automated } from '../../src/model/check.ts';
import { type Evidence, each, type Finding, type ObjectRef } from '../../src/model/finding.ts';

/** To renew an authority takes every node, every kubeconfig and all pods: half a year is little. */
const DAYS = 180;
const AUTHENTICATION: ObjectRef = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  name: 'extension-apiserver-authentication',
  namespace: 'kube-system',
};
const CLUSTER_INFO: ObjectRef = { apiVersion: 'v1', kind: 'ConfigMap', name: 'cluster-info', namespace: 'kube-public' };

/** An authority that the cluster rests on, and where it stands. */
interface Authority {
  readonly name: string;
  readonly bundle: CertificateBundle;
  readonly object: ObjectRef;
  readonly pointer: string;
}

export default automated({
  meta: {
    id: 'kube-apiserver/cluster-ca-expiry',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: "The cluster's authorities are strong, and valid for half a year or more",
      broken: 'Authorities of the cluster are weak, or expire within half a year',
    },
    rationale:
      'On the day its authority expires no component trusts another: nodes drop out, kubeconfigs stop working, and what is done in that haste is rarely secure. An authority with a short key can be forged, and who forges it is anybody, cluster-admin included. The authority of the front proxy is often forgotten.',
    remediation: {
      kubeadm:
        'kubeadm does not renew authorities: follow "Manual rotation of CA certificates". Trust old and new side by side first, sign all certificates anew, restart the components, then drop the old one.',
      k3s: 'Run "k3s certificate rotate-ca" with a new authority that the old one vouches for, then restart servers and agents.',
      managed:
        "The provider renews the cluster's authority, on some only when you ask: start its credential rotation and recreate the nodes.",
      mayBreak:
        'Everything that trusts the old authority alone: kubeconfigs, controllers outside of the cluster, CI systems. Pods see the new one when they are restarted.',
    },
    references: [
      {
        title: 'Kubernetes: manual rotation of CA certificates',
        url: 'https://kubernetes.io/docs/tasks/tls/manual-rotation-of-ca-certificates/',
      },
      {
        title: 'PKI certificates and requirements',
        url: 'https://kubernetes.io/docs/setup/best-practices/certificates/',
      },
    ],
    since: '0.1.0',
  },
  needs: ['client-authorities'],
  wants: ['cluster-info'],
  evaluate: (cluster, { now }) => {
    const { client, requestHeader } = cluster['client-authorities'];
    const info = cluster['cluster-info'];
    const authorities = [
      ...authority('client authority', client, AUTHENTICATION, '/data/client-ca-file'),
      ...authority('front-proxy authority', requestHeader, AUTHENTICATION, '/data/requestheader-client-ca-file'),
      ...authority(
        'authority of the API server',
        info.state === 'failed' ? undefined : info.value.authority,
        CLUSTER_INFO,
        '/data/kubeconfig/clusters/0/cluster/certificate-authority-data',
      ),
    ];
    return each(authorities, (one) => judge(one, now), {
      unseen: { code: 'not-visible', detail: 'the API server does not say which authorities it trusts' },
    });
  },
});

const authority = (
  name: string,
  bundle: CertificateBundle | undefined,
  object: ObjectRef,
  pointer: string,
): readonly Authority[] => (bundle === undefined ? [] : [{ name, bundle, object, pointer }]);

function judge({ name, bundle, object, pointer }: Authority, now: string | undefined): Finding {
  const subject = { kind: 'CertificateAuthority', name };
  const evidence: readonly [Evidence] = [
    {
      from: 'object',
      object,
      pointer,
      observed: describeBundle(bundle),
      expected: `valid for ${DAYS} days, RSA 2048 or P-256 and up, SHA-256 and up`,
    },
  ];
  const state = bundleState(bundle, now, DAYS);
  if (!state.known) return { verdict: 'unknown', subject, evidence, because: state.because };
  if (state.troubles.length > 0) return { verdict: 'fail', subject, evidence, message: state.troubles.join('; ') };
  if (state.stale.length === 0) return { verdict: 'pass', subject, evidence };
  return { verdict: 'pass', subject, evidence, message: `still in it, though expired: ${state.stale.join(', ')}` };
}
