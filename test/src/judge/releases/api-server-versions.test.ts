import { describe, expect, test } from '@jest/globals';
import { allApiServerVersions, apiServerVersions } from '../../../../src/judge/releases/api-server-versions.ts';
import type { Instances } from '../../../../src/model/views.ts';
import { instance } from '../../../support/instances.ts';

const server = { gitVersion: 'v1.37.2', major: '1', minor: '37', platform: 'linux/amd64' };
const none = { unseen: { code: 'not-visible', detail: 'no pods' } } as const;
const whole = (...instances: Instances['instances']) => ({ state: 'whole', value: { instances, none } }) as const;
const versions = (...gathered: Parameters<typeof apiServerVersions>) =>
  apiServerVersions(...gathered).map(({ version }) => version?.value);

describe('apiServerVersions', () => {
  test('are those of the instances', () => {
    const found = whole(instance({ version: '1.37.1' }), instance({ name: 'two', version: '1.36.0' }));
    expect(versions(server, found)).toEqual(['1.37.1', '1.36.0']);
  });

  test('without instances it is the one that answers', () => {
    const failed = { state: 'failed', failure: { code: 'forbidden', detail: 'no' } } as const;
    for (const settings of [whole(), failed]) {
      expect(apiServerVersions(server, settings)).toEqual([
        {
          subject: { kind: 'APIServer', name: 'kube-apiserver' },
          version: {
            value: '1.37.2',
            evidence: [{ from: 'endpoint', path: '/version', pointer: '/gitVersion', observed: 'v1.37.2' }],
          },
        },
      ]);
    }
  });

  test('the only instance is the one that answers; of several it is not known which', () => {
    expect(versions(server, whole(instance({})))).toEqual(['1.37.2']);
    expect(versions(server, whole(instance({}), instance({ name: 'two' })))).toEqual([undefined, undefined]);
    const partial = { ...whole(instance({})), state: 'partial', missing: ['a namespace'] } as const;
    expect(versions(server, partial)).toEqual([undefined]);
  });

  test('a statement about all of them counts those that may not be looked for', () => {
    const failed = { state: 'failed', failure: { code: 'forbidden', detail: 'no' } } as const;
    const all = (settings: Parameters<typeof allApiServerVersions>[1]) =>
      allApiServerVersions(server, settings).map(({ version }) => version?.value);
    expect(all(failed)).toEqual(['1.37.2', undefined]);
    expect(all(whole())).toEqual(['1.37.2']);
    expect(all(whole(instance({ version: '1.37.1' })))).toEqual(['1.37.1']);
  });
});
