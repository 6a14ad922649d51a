import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { fieldsOf } from '../../../scripts/facts/config.ts';
import { readFlagValue, unwrapPrinted } from '../../../src/derive/settings/flag-values.ts';
import { facts } from '../../../src/facts/index.ts';

const read = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../../src/demo/recording/${path}`, import.meta.url), 'utf8'));
const VERSION = '1.37.2';

interface Named {
  readonly metadata: { readonly name: string };
}

const flags: Readonly<Record<string, string>> = read('flagz.json').flags;
const apiServer = read('api/v1/pods.json').items.find(({ metadata }: Named) =>
  metadata.name.startsWith('kube-apiserver'),
);
const given = new Set(
  apiServer.spec.containers[0].command.flatMap((text: string) => /^--([^=]+)=/.exec(text)?.[1] ?? []),
);
/** Worked out by the server when it starts, from its host and other settings. */
const workedOut = new Set(['external-hostname', 'watch-cache-sizes']);
const left = Object.entries(flags).filter(([flag]) => !given.has(flag) && !workedOut.has(flag));

describe('the effective flags of an API server that kubeadm set up', () => {
  test('tell most defaults', () => {
    expect(given.size).toBeGreaterThan(20);
    expect(left.length).toBeGreaterThan(140);
  });

  test.each(left)('--%s is the default %j', (flag, text) => {
    const type = facts.flagType('kube-apiserver', flag);
    expect(type).toBeDefined();
    expect(facts.flagDefault('kube-apiserver', flag, VERSION)).toMatchObject({
      known: true,
      value: readFlagValue([unwrapPrinted(text, type)], type),
    });
  });

  test('are all described', () => {
    const unknown = Object.keys(flags).filter((flag) => facts.flagType('kube-apiserver', flag) === undefined);
    expect(unknown).toEqual([]);
  });
});

describe('the effective configuration of a kubelet that kubeadm set up', () => {
  const config = fieldsOf(read('api/v1/nodes/node-1/proxy/configz.json').kubeletconfig);
  const map = read('api/v1/configmaps.json').items.find(({ metadata }: Named) => metadata.name === 'kubelet-config');
  const set = fieldsOf(parse(map.data.kubelet));
  const zero = (value: unknown) => value === '' || value === '0s' || value === 0;
  // The kubelet makes a certificate itself where none is given.
  const made = new Set(['tlsCertFile', 'tlsPrivateKeyFile']);
  const fields = Object.entries(config).filter(
    ([field]) => (set[field] === undefined || zero(set[field])) && !made.has(field) && known(field),
  );

  test('tells many defaults', () => {
    expect(fields.length).toBeGreaterThan(45);
  });

  test.each(fields)('%s is the default %j', (field, value) => {
    expect(facts.configDefault('kubelet', field, VERSION)).toMatchObject({ known: true, value });
  });
});

function known(field: string): boolean {
  return facts.configDefault('kubelet', field, VERSION).known;
}
