import { automated } from '../../src/model/check.ts';
import { each, type Finding } from '../../src/model/finding.ts';

const CRD = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' };

export default automated({
  meta: {
    id: 'kube-apiserver/storageversion-migration',
    component: 'kube-apiserver',
    severity: 'low',
    tier: 'hygiene',
    population: true,
    title: {
      holds: 'Custom resources are stored in one version each',
      broken: 'Custom resources may still be stored in old versions',
    },
    rationale:
      'Objects stay in etcd in the version in which they were last written. As long as an old version is among the stored ones it cannot be dropped from the definition, and what was stored so long ago was perhaps never encrypted either.',
    remediation: {
      any: 'Rewrite all objects of the kind (a StorageVersionMigration, or "kubectl get KIND -A -o json | kubectl replace -f -"), then take the old version out of status.storedVersions: "kubectl patch crd NAME --subresource=status --type=merge -p" with the one version that is left.',
      mayBreak:
        'Taking out a version in which an object is still stored makes that object unreadable once the version is dropped.',
    },
    references: [
      {
        title: 'Kubernetes: upgrade stored objects to a new version',
        url: 'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/#upgrade-existing-objects-to-a-new-stored-version',
      },
    ],
    since: '0.1.0',
  },
  needs: ['custom-resource-definitions'],
  evaluate: (cluster) =>
    each(
      cluster['custom-resource-definitions'],
      ({ metadata: { name }, status: { storedVersions } }): Finding => {
        const subject = { kind: CRD.kind, name };
        const object = { ...CRD, name };
        const pointer = '/status/storedVersions';
        if (storedVersions.length === 0) {
          const because = {
            code: 'not-visible',
            detail: 'it does not say in which versions objects are stored',
          } as const;
          return { verdict: 'unknown', subject, evidence: [], because };
        }
        const evidence = [
          { from: 'object', object, pointer, observed: storedVersions, expected: 'one version' },
        ] as const;
        if (storedVersions.length === 1) return { verdict: 'pass', subject, evidence };
        return { verdict: 'fail', subject, evidence, message: `stored as ${storedVersions.join(' and ')}` };
      },
      {
        absent: [{ from: 'absence', object: { ...CRD, name: '' }, pointer: '', sought: 'a CustomResourceDefinition' }],
        because: 'there are no custom resources',
      },
    ),
});
