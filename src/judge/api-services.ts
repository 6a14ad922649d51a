import type { WithoutBodies } from '../model/certificates.ts';
import type { Evidence, None, ObjectRef, Observed, Subject } from '../model/finding.ts';
import type { APIService } from '../shapes/generated.ts';

const API_SERVICE = { apiVersion: 'apiregistration.k8s.io/v1', kind: 'APIService' };

/** An API that another server answers for, behind a Service. */
export interface AggregatedApi {
  readonly subject: Subject;
  readonly object: ObjectRef;
  readonly spec: WithoutBodies<APIService>['spec'];
  readonly status: WithoutBodies<APIService>['status'];
  /** `namespace/name` of the Service. */
  readonly service: string;
  evidence(pointer: string, observed: Observed, expected?: string): Evidence;
}

/** The APIs that the API server does not answer for itself. */
export const aggregatedApis = (services: readonly WithoutBodies<APIService>[]): readonly AggregatedApi[] =>
  services.flatMap(({ metadata: { name }, spec, status }) => {
    if (spec.service === undefined) return [];
    const object = { ...API_SERVICE, name };
    const evidence = (pointer: string, observed: Observed, expected?: string): Evidence => ({
      from: 'object',
      object,
      pointer,
      observed,
      ...(expected === undefined ? {} : { expected }),
    });
    const service = `${spec.service.namespace}/${spec.service.name}`;
    return [{ subject: { kind: API_SERVICE.kind, name }, object, spec, status, service, evidence }];
  });

/** A cluster whose API server answers for all APIs itself. */
export const NO_AGGREGATION: None = {
  absent: [
    { from: 'absence', object: { ...API_SERVICE, name: '' }, pointer: '', sought: 'an API that a Service answers for' },
  ],
  because: 'the API server answers for all APIs itself',
};
