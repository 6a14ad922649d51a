import { troubleCheck } from '../../src/judge/metrics.ts';

const WEEK = 604_800;

export default troubleCheck({
  meta: {
    id: 'kube-apiserver/client-cert-expiry-metrics',
    component: 'kube-apiserver',
    severity: 'low',
    population: false,
    title: {
      holds: 'No client comes with a certificate that expires within a week',
      broken: 'Clients come with certificates that expire within a week',
    },
    rationale:
      'When the certificate of a component or an operator runs out, it stops from one minute to the next, and whoever mends that in haste opens more than is needed. The API server counts how long the certificates still hold that clients come with, though not whose they are.',
    remediation: {
      kubeadm:
        'See "kubeadm certs check-expiration" and renew with "kubeadm certs renew all"; for kubelets look that rotateCertificates is on. Other clients: see who logs in with certificates in the audit log. The counter begins anew when the API server restarts.',
      k3s: 'Restart the server: within 90 days of their end it renews its certificates.',
      any: 'Where certificates of a few hours are issued on purpose, waive this check.',
      mayBreak: 'Components read renewed certificates only when they restart.',
    },
    references: [
      {
        title: 'Certificate management with kubeadm',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-certs/',
      },
      { title: 'Kubernetes metrics reference', url: 'https://kubernetes.io/docs/reference/instrumentation/metrics/' },
    ],
    since: '0.1.0',
  },
  ofServer: false,
  metric: 'apiserver_client_certificate_expiration_seconds_bucket',
  isTrouble: ({ labels }) => Number(labels['le'] ?? 'NaN') <= WEEK,
  broken: (series, { since }) => {
    // Each bucket holds those before it.
    const most = Math.max(...series.map(({ value }) => value));
    return `${most} requests since ${since} came with a certificate that held for less than a week`;
  },
});
