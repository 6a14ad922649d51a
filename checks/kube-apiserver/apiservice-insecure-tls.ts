import { type AggregatedApi, aggregatedApis, NO_AGGREGATION } from '../../src/judge/api-services.ts';
import { automated } from '../../src/model/check.ts';
import { each, type Finding } from '../../src/model/finding.ts';

/** metrics-server is installed so by its own manifests. */
const METRICS_GROUP = 'metrics.k8s.io';

export default automated({
  meta: {
    id: 'kube-apiserver/apiservice-insecure-tls',
    component: 'kube-apiserver',
    severity: 'high',
    population: true,
    title: {
      holds: 'The API server verifies the servers of aggregated APIs',
      broken: 'The API server does not verify the servers of aggregated APIs',
    },
    rationale:
      'The API server hands requests for an aggregated API on, with the name and groups of the user. With insecureSkipTLSVerify whoever gets between the two, or takes over the address of the Service, answers in its place, and sees what users send.',
    remediation: {
      any: 'Give the aggregated server a certificate for SERVICE.NAMESPACE.svc, put its authority into caBundle of the APIService (cert-manager injects it), and set insecureSkipTLSVerify: false.',
      mayBreak:
        'With a caBundle that does not fit, the API answers 503, and with it "kubectl top", autoscaling by its metrics or the deletion of namespaces may stop.',
    },
    references: [
      {
        title: 'Kubernetes: configure the aggregation layer',
        url: 'https://kubernetes.io/docs/tasks/extend-kubernetes/configure-aggregation-layer/',
      },
    ],
    controls: [{ benchmark: 'NSA/CISA', number: 'Encryption' }],
    since: '0.1.0',
  },
  needs: ['api-services'],
  evaluate: (cluster) => each(aggregatedApis(cluster['api-services']), judge, NO_AGGREGATION),
});

function judge({ subject, spec, service, evidence }: AggregatedApi): Finding {
  const skips = evidence('/spec/insecureSkipTLSVerify', spec.insecureSkipTLSVerify ? true : null, 'false');
  if (!spec.insecureSkipTLSVerify) {
    const message = spec.caBundle === undefined ? 'verified by the public authorities that its host trusts' : undefined;
    return { verdict: 'pass', subject, evidence: [skips], ...(message === undefined ? {} : { message }) };
  }
  if (spec.group !== METRICS_GROUP) {
    return { verdict: 'fail', subject, evidence: [skips], message: `Service ${service} is not verified` };
  }
  const message = `Service ${service} is not verified, as metrics-server is installed by itself: false metrics may follow`;
  return { verdict: 'review', subject, evidence: [skips, evidence('/spec/group', spec.group)], message };
}
