import { type Backend, judgeBackends, knownServices } from '../../src/judge/webhooks/backends.ts';
import { automated } from '../../src/model/check.ts';
import { each } from '../../src/model/finding.ts';

const CRD = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' };

export default automated({
  meta: {
    id: 'kube-apiserver/crd-conversion-webhook',
    component: 'kube-apiserver',
    severity: 'medium',
    population: true,
    title: {
      holds: 'Conversion webhooks call Services that exist, vouched for',
      broken: 'Conversion webhooks call Services that are gone or not vouched for',
    },
    rationale:
      'A conversion webhook is sent every object of its kind and answers with what readers get instead. Where its Service is gone, whoever may create Services in that namespace reads and rewrites these objects. Many operators use such webhooks rightly; this asks whether theirs are there and vouched for.',
    remediation: {
      any: 'Install the operator that answers for the kind anew, or remove the CustomResourceDefinition if nothing uses it; let cert-manager or the operator renew the CA bundle.',
      mayBreak: 'Deleting a CustomResourceDefinition deletes all of its objects. Back them up first.',
    },
    references: [
      {
        title: 'Kubernetes: versions of custom resources, webhook conversion',
        url: 'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/#webhook-conversion',
      },
    ],
    since: '0.1.0',
  },
  needs: ['custom-resource-definitions'],
  wants: ['services'],
  evaluate: (cluster, { now }) => {
    const services = knownServices(cluster.services);
    const converted = cluster['custom-resource-definitions'].flatMap(({ metadata: { name }, spec: { conversion } }) => {
      const clientConfig = conversion?.webhook?.clientConfig;
      if (conversion?.strategy !== 'Webhook' || clientConfig === undefined) return [];
      return [{ object: { ...CRD, name }, clientConfig, pointer: '/spec/conversion/webhook/clientConfig' }];
    });
    return each(
      converted,
      (backend: Backend) => judgeBackends({ kind: CRD.kind, name: backend.object.name }, [backend], services, now),
      {
        absent: [
          { from: 'absence', object: { ...CRD, name: '' }, pointer: '', sought: 'a kind that a webhook converts' },
        ],
        because: 'no webhook converts custom resources',
      },
    );
  },
});
