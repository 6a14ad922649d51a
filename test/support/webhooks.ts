import * as pem from './certificates.ts';
import type { CheckCase } from './describe-check.ts';

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

/** What the list of one kind of webhook configuration says, beside the other kind. */
export const inventoryCases = (own: typeof mutating, other: typeof mutating): readonly CheckCase[] => [
  {
    given: 'one webhook: listed, not condemned',
    objects: [own('guard', [webhook('a.example.com')])],
    expect: 'review',
    findings: [{ verdict: 'review', message: /^calls Service guard\/guard about pods, pods\/ephemeralcontainers$/ }],
  },
  {
    given: 'one at an address, that lets requests through without an answer',
    objects: [
      own('guard', [
        webhook('a.example.com', {
          failurePolicy: 'Ignore',
          clientConfig: { url: 'https://example.com' },
          rules: [],
        }),
      ]),
    ],
    expect: 'review',
    findings: [{ verdict: 'review', message: /calls https:\/\/example\.com about nothing; without an answer 1 of 1/ }],
  },
  { given: 'none', objects: [], expect: 'not-applicable' },
  {
    given: 'only those of the other kind',
    objects: [other('inject', [webhook('a.example.com')])],
    expect: 'not-applicable',
  },
  { given: 'a configuration without webhooks', objects: [own('empty', [])], expect: 'not-applicable' },
  {
    given: 'an object that is none',
    objects: [own('odd', [{ name: 'a.example.com', rules: 'all' }])],
    expect: 'unknown',
  },
];
