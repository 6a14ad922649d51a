import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { NEWEST, OLDEST } from '../../../scripts/shapes/go-modules.ts';
import { parse } from '../../../scripts/shapes/parse.ts';
import { differences, type Published, undeclaredMembers, withLists } from '../../../scripts/shapes/published.ts';
import type { Field, Message, Messages } from '../../../scripts/shapes/schema.ts';
import { DESCRIBED_FROM, DESCRIBED_THROUGH } from '../../../src/facts/sources.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const publishedIn = (minor: string): Published => JSON.parse(read(`published/${minor}.json`));

const schema = withLists(parse(read('../../../src/shapes/shapes.proto')));
const newest = publishedIn(DESCRIBED_THROUGH);
const oldest = publishedIn(DESCRIBED_FROM);

test('the releases that are compared are the newest and the oldest that the facts describe', () => {
  const minorOf = (release: string): string => release.split('.', 2).join('.');
  expect([minorOf(NEWEST), minorOf(OLDEST)]).toEqual([DESCRIBED_THROUGH, DESCRIBED_FROM]);
});

test('the newest release has every field that is read, with the same number, label and type', () => {
  const { compared, found } = differences(schema, newest);
  expect(found).toEqual([]);
  expect(compared).toBeGreaterThan(400);
});

test('the newest release has no member of a union that is not known', () => {
  expect(undeclaredMembers(schema, newest)).toEqual([]);
  expect(undeclaredMembers(schema, oldest)).toEqual([]);
});

test('the oldest release has the fields that are read alike, or does not have them at all', () => {
  const { found } = differences(schema, oldest);
  expect(found.filter(({ problem }) => problem === 'different')).toEqual([]);
  expect(found.map(({ field }) => field.replace('k8s.io.api.', ''))).toEqual([
    'batch.v1.CronJobList',
    'admissionregistration.v1.ValidatingAdmissionPolicyList',
    'admissionregistration.v1beta1.ValidatingAdmissionPolicyList',
    'admissionregistration.v1.ValidatingAdmissionPolicyBindingList',
    'admissionregistration.v1beta1.ValidatingAdmissionPolicyBindingList',
    'flowcontrol.v1.FlowSchemaList',
    'flowcontrol.v1beta3.FlowSchemaList',
    'flowcontrol.v1beta2.FlowSchemaList',
    'core.v1.PodSpec.os',
    'core.v1.PodSpec.hostUsers',
    'core.v1.PodSpec.resources',
    'core.v1.VolumeSource.image',
    'core.v1.VolumeProjection.clusterTrustBundle',
    'core.v1.VolumeProjection.podCertificate',
    'core.v1.Container.restartPolicy',
    'core.v1.VolumeMount.recursiveReadOnly',
    'core.v1.Handler.grpc',
    'core.v1.Handler.sleep',
    'core.v1.SecurityContext.appArmorProfile',
    'core.v1.WindowsSecurityContextOptions.hostProcess',
    'core.v1.PodSecurityContext.appArmorProfile',
    'core.v1.EphemeralContainerCommon.restartPolicy',
    'core.v1.NodeSystemInfo.swap',
    'batch.v1.JobSpec.suspend',
    'batch.v1beta1.CronJobSpec.timeZone',
    'batch.v1beta1.CronJobStatus.lastSuccessfulTime',
    'networking.v1.NetworkPolicyPort.endPort',
    'admissionregistration.v1.ValidatingWebhook.matchConditions',
    'admissionregistration.v1.MutatingWebhook.matchConditions',
    'certificates.v1.CertificateSigningRequestSpec.expirationSeconds',
  ]);
});

describe('the comparison sees', () => {
  /** The schema with one field changed. */
  const withField = (name: string, fieldName: string, change: Partial<Field>): Messages => {
    const message = schema.get(name) as Message;
    const fields = message.fields.map((field) => (field.name === fieldName ? { ...field, ...change } : field));
    return new Map([...schema, [name, { ...message, fields }]]);
  };
  const SPEC = 'k8s.io.api.core.v1.PodSpec';

  test.each<[what: string, message: string, field: string, change: Partial<Field>]>([
    ['another number', 'PodSpec', 'hostPID', { number: 99 }],
    ['the number of another field', 'PodSpec', 'hostPID', { number: 13 }],
    ['another name', 'PodSpec', 'hostPID', { name: 'hostPid' }],
    ['another scalar', 'PodSpec', 'hostPID', { type: 'string' }],
    ['a list', 'PodSpec', 'hostPID', { label: 'repeated' }],
    ['a message for a scalar', 'PodSpec', 'hostPID', { type: 'Present' }],
    ['a scalar for a message', 'PodSpec', 'securityContext', { type: 'string' }],
    ['a value for a map', 'PodSpec', 'nodeSelector', { label: 'optional' }],
    ['another value of a map', 'PodSpec', 'nodeSelector', { type: 'Quantity' }],
    ['a quantity for a time', 'PodStatus', 'startTime', { type: 'Quantity' }],
    ['a handler for another', 'Lifecycle', 'preStop', { type: 'ProbeHandler' }],
    ['items elsewhere', 'PodList', 'items', { number: 3 }],
    ['the raw bytes elsewhere', 'Unknown', 'raw', { number: 3 }],
  ])('%s', (_what, message, field, change) => {
    expect(differences(withField(message, field, change), newest).found).not.toEqual([]);
  });

  test('whether a number or a name that a release lacks is taken otherwise', () => {
    const { hostUsers: _, ...without } = newest[SPEC] ?? {};
    const problemOf = (fields: Readonly<Record<string, string>>) =>
      differences(schema, { ...newest, [SPEC]: fields }).found;
    expect(problemOf(without)).toEqual([{ field: `${SPEC}.hostUsers`, problem: 'absent' }]);
    expect(problemOf({ ...without, hostGroups: '37 optional bool' })).toEqual([
      { field: `${SPEC}.hostUsers`, problem: 'different' },
    ]);
    expect(problemOf({ ...without, hostUsers: '41 optional bool' })).toEqual([
      { field: `${SPEC}.hostUsers`, problem: 'different' },
    ]);
  });

  test('new members of unions and beside them', () => {
    const add = (name: string) => ({ ...newest, [name]: { ...newest[name], brandNew: '50 optional string' } });
    for (const message of ['VolumeSource', 'ProbeHandler', 'Probe', 'Volume']) {
      const name = `k8s.io.api.core.v1.${message}`;
      expect(undeclaredMembers(schema, add(name))).toEqual([`${name}.brandNew`]);
    }
  });
});
