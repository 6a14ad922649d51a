import * as pem from './certificates.ts';

type Fields = Readonly<Record<string, unknown>>;

const ADMISSION = 'admissionregistration.k8s.io/v1';
const named = (apiVersion: string, kind: string, name: string, content: object, namespace?: string): object => ({
  apiVersion,
  kind,
  metadata: namespace === undefined ? { name } : { name, namespace },
  ...content,
});

/** Whom a webhook calls: Service guard/guard, known by a good root. */
export const CLIENT = { service: { namespace: 'guard', name: 'guard' }, caBundle: pem.bytes(pem.GOOD_ROOT) };
export const POD_RULE = {
  apiGroups: [''],
  apiVersions: ['v1'],
  operations: ['CREATE', 'UPDATE'],
  resources: ['pods', 'pods/ephemeralcontainers'],
  scope: 'Namespaced',
};

export const webhook = (name: string, fields: Fields = {}): Fields => ({
  name,
  clientConfig: CLIENT,
  rules: [POD_RULE],
  failurePolicy: 'Fail',
  timeoutSeconds: 10,
  ...fields,
});
export const validating = (name: string, webhooks: readonly Fields[]): object =>
  named(ADMISSION, 'ValidatingWebhookConfiguration', name, { webhooks });
export const mutating = (name: string, webhooks: readonly Fields[]): object =>
  named(ADMISSION, 'MutatingWebhookConfiguration', name, { webhooks });
export const service = (name: string, namespace = 'guard', spec: Fields = {}): object =>
  named('v1', 'Service', name, { spec }, namespace);
/** The Service that `CLIENT` calls. */
export const GUARD = service('guard');
export const apiService = (name: string, spec: Fields = {}, status: Fields = {}): object =>
  named('apiregistration.k8s.io/v1', 'APIService', name, { spec, status });
export const crd = (name: string, spec: Fields = {}, status: Fields = {}): object =>
  named('apiextensions.k8s.io/v1', 'CustomResourceDefinition', name, { spec, status });
export const flowSchema = (name: string, level: string, rules: readonly Fields[]): object =>
  named('flowcontrol.apiserver.k8s.io/v1', 'FlowSchema', name, {
    spec: { priorityLevelConfiguration: { name: level }, matchingPrecedence: 1000, rules },
  });
