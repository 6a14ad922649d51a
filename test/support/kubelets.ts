import type { CheckCase } from './describe-check.ts';
import { kubeletConfig, kubeletConfigz, node, serverVersion } from './objects.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A cluster of one node whose kubelet shows this configuration. */
export const kubelet = (config: Fields, version = '1.37.2'): readonly object[] => [
  serverVersion(),
  node('node-1', { kubelet: `v${version}` }),
  kubeletConfigz('node-1', config),
];

/** A cluster of one node whose kubelet does not show its configuration, beside the file that kubeadm gave to all: nothing is known of it. */
export const kubeletByFile = (config: Fields, version = '1.37.2'): readonly object[] => [
  serverVersion(),
  node('node-1', { kubelet: `v${version}` }),
  kubeletConfig(config),
];

/** An object with one dotted field. */
const fieldsOf = (field: string, value: unknown): Fields =>
  field.split('.').reduceRight<unknown>((inner, step) => ({ [step]: inner }), value) as Fields;

interface Spec<Value> {
  readonly passing: Value;
  readonly failing: Value;
  /** The answer where configz leaves out what is asked for; fields that it never leaves out are then unknown. */
  readonly omitted: 'pass' | 'fail' | 'unknown';
  readonly linuxOnly?: boolean;
  /** Whether the answer hangs on the version, so that this must be one that the setting works in. */
  readonly version?: string;
}

/** The cases of configCases for a question about one field. */
export function fieldCases({ field, ...spec }: Spec<unknown> & { readonly field: string }): readonly CheckCase[] {
  const [passing, failing] = [fieldsOf(field, spec.passing), fieldsOf(field, spec.failing)];
  return configCases({ ...spec, passing, failing, odd: fieldsOf(field, { odd: { odder: true } }) });
}

/**
 * Cases that every question about the kubelet's configuration shares: shown live, from kubeadm's file, by nodes that differ, on virtual
 * and Windows nodes, of the wrong type, and where it cannot be seen.
 */
export function configCases(spec: Spec<Fields> & { readonly odd: Fields }): readonly CheckCase[] {
  const { passing: good, failing: bad, version = '1.37.2' } = spec;
  const windows = [serverVersion(), node('node-1', { operatingSystem: 'windows' }), kubeletConfigz('node-1', bad)];
  return [
    { given: 'the good value, live', objects: kubelet(good, version), expect: 'pass' },
    {
      given: 'the bad value, live',
      objects: kubelet(bad, version),
      expect: 'fail',
      findings: [{ verdict: 'fail', subject: { kind: 'NodeGroup', name: 'worker' }, message: /./ }],
    },
    { given: 'a live configuration without the field', objects: kubelet({}, version), expect: spec.omitted },
    // What kubeadm gives to a node that joins is not what its kubelet runs with.
    { given: "the good value in kubeadm's file only", objects: kubeletByFile(good, version), expect: 'unknown' },
    { given: "the bad value in kubeadm's file only", objects: kubeletByFile(bad, version), expect: 'unknown' },
    { given: "kubeadm's file without the field", objects: kubeletByFile({}, version), expect: 'unknown' },
    {
      given: 'a live value against the file',
      objects: [...kubelet(bad, version), kubeletConfig(good)],
      expect: 'fail',
    },
    {
      given: 'nodes that differ',
      objects: [
        serverVersion(),
        node('node-1', { kubelet: `v${version}` }),
        kubeletConfigz('node-1', good),
        node('node-2', { kubelet: `v${version}` }),
        kubeletConfigz('node-2', bad),
      ],
      expect: 'fail',
      findings: [
        { verdict: 'pass', subject: { name: 'worker' } },
        { verdict: 'fail', subject: { name: 'worker (differs: node-2)' } },
      ],
    },
    {
      given: 'a node that shows nothing',
      objects: [serverVersion(), node('node-1', { kubelet: `v${version}` })],
      expect: 'unknown',
    },
    {
      given: 'a virtual kubelet',
      objects: [serverVersion(), node('node-1', { runtime: '', labels: { type: 'virtual-kubelet' } })],
      expect: 'not-applicable',
    },
    ...(spec.linuxOnly === true
      ? [{ given: 'a Windows node', objects: windows, expect: 'not-applicable' } as const]
      : []),
    {
      given: 'a value of another type',
      objects: kubelet(spec.odd, version),
      expect: 'unknown',
    },
    { given: 'no node at all', objects: [serverVersion()], expect: 'not-applicable' },
  ];
}
