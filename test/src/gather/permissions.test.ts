import { describe, expect, test } from '@jest/globals';
import { catalogueKeys } from '../../../src/gather/catalogue.ts';
import { diagnose } from '../../../src/gather/doctor.ts';
import { gather } from '../../../src/gather/gather.ts';
import { clusterRole, permissionsOf } from '../../../src/gather/permissions.ts';
import type { ApiReader, SelfReview } from '../../../src/kube/reader.ts';
import type { ResourceKey } from '../../../src/model/resources.ts';
import { failure, recordedReader, watching } from './readers.ts';

const rulesOf = (keys: readonly ResourceKey[], ...include: readonly ('secrets' | 'nodes/proxy')[]) =>
  clusterRole(keys, { include }).rules;

/** Whether a role allows a request, as a server decides it. */
function allows(rules: ReturnType<typeof rulesOf>, request: string): boolean {
  const [verb = '', path = ''] = request.split(' ');
  const isPath = verb === 'get' && !path.startsWith('/api/v1/namespaces') && !path.startsWith('/api/v1/nodes/');
  return rules.some(({ verbs, nonResourceURLs = [], resources = [], resourceNames }) => {
    if (isPath)
      return nonResourceURLs.some((url) => (url.endsWith('*') ? path.startsWith(url.slice(0, -1)) : url === path));
    if (verbs?.includes(verb) !== true) return false;
    if (verb === 'list') return resources.includes(path) && resourceNames === undefined;
    if (path.endsWith('/proxy/configz')) return resources.includes('nodes/proxy');
    const [, , , , namespace = '', resource = 'namespaces', name = namespace] = path.split('/');
    return resources.includes(resource) && resourceNames?.includes(name) === true;
  });
}

describe('the least role', () => {
  test('allows everything that gathering asks for, resource by resource', async () => {
    for (const key of catalogueKeys) {
      const { reader, asked } = watching(recordedReader('json'));
      await gather(reader, [key], { concurrency: 4, takenAt: undefined, tool: 'test' });
      const rules = rulesOf([key, 'discovery'], 'secrets', 'nodes/proxy');
      expect({ key, refused: asked.filter((request) => !allows(rules, request)) }).toEqual({ key, refused: [] });
    }
  });

  test('holds get and list alone, no wildcards, and the sensitive rights only where they are asked for', () => {
    const rules = rulesOf(catalogueKeys);
    expect(new Set(rules.flatMap(({ verbs }) => verbs))).toEqual(new Set(['get', 'list']));
    expect(rules.flatMap(({ resources = [], apiGroups = [] }) => [...resources, ...apiGroups])).not.toContain('*');
    const resources = (some: typeof rules) => some.flatMap((rule) => rule.resources ?? []);
    expect(resources(rules)).not.toEqual(expect.arrayContaining(['secrets']));
    expect(resources(rules)).not.toEqual(expect.arrayContaining(['nodes/proxy']));
    expect(resources(rulesOf(catalogueKeys, 'secrets'))).toContain('secrets');
    expect(resources(rulesOf(catalogueKeys, 'nodes/proxy'))).toContain('nodes/proxy');
  });

  test('ConfigMaps by name only', () => {
    const rule = rulesOf(['kubeadm-config']).find(({ resources }) => resources?.includes('configmaps') === true);
    expect(rule).toEqual({
      apiGroups: [''],
      resources: ['configmaps'],
      resourceNames: ['kubeadm-config'],
      verbs: ['get'],
    });
  });

  test('in words', () => {
    expect(permissionsOf(['flagz', 'kubeadm-config', 'cluster-roles', 'kubelet-configz'])).toEqual([
      'get /flagz',
      'get configmaps kubeadm-config in kube-system',
      'get nodes/proxy',
      'list clusterroles.rbac.authorization.k8s.io',
      'list nodes',
    ]);
  });
});

describe('the doctor', () => {
  const answering = (answer: (review: SelfReview) => unknown): ApiReader => ({
    ...recordedReader('json'),
    review: async (review) => {
      const value = answer(review);
      return value === undefined ? { ok: false, failure: failure('timed-out') } : { ok: true, value };
    },
  });

  test('names who asks, and finds nothing where all is allowed', async () => {
    const reader = answering(({ kind }) =>
      kind === 'SelfSubjectReview' ? { userInfo: { username: 'jane' } } : { allowed: true },
    );
    expect(await diagnose(reader, catalogueKeys)).toEqual({ identity: 'jane', refused: [] });
  });

  test('says what is refused, why, and what needs it', async () => {
    const reader = answering((review) => {
      if (review.kind !== 'SelfSubjectAccessReview') return {};
      if (review.resource?.resource === 'pods') return { allowed: false, reason: 'no such role' };
      if (review.path?.path === '/flagz') return { allowed: false };
      return review.resource?.subresource === 'proxy' ? undefined : { allowed: true };
    });
    const { identity, refused } = await diagnose(reader, catalogueKeys);
    expect(identity).toMatch(/^not known/);
    expect(refused).toEqual([
      { permission: 'get /flagz', resources: ['flagz'], because: 'not allowed' },
      {
        permission: 'get nodes/proxy',
        resources: ['kubelet-configz'],
        because: expect.stringMatching(/^could not be asked/),
      },
      {
        permission: 'list pods',
        resources: ['control-plane-pods', 'workload-shapes'],
        because: 'not allowed: no such role',
      },
    ]);
  });

  test('an answer that says nothing allows nothing', async () => {
    const { identity, refused } = await diagnose(
      answering(({ kind }) => (kind === 'SelfSubjectReview' ? undefined : 'yes')),
      ['nodes'],
    );
    expect(identity).toContain('timed-out');
    expect(refused.map(({ permission }) => permission)).toEqual(['list nodes']);
  });
});
