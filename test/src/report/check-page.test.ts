import { expect, test } from '@jest/globals';
import check from '../../../checks/kube-apiserver/profiling.ts';
import { type CheckProof, renderCheckPage } from '../../../src/report/check-page.ts';

const page = (proof: CheckProof): string => renderCheckPage(check, { resources: ['flagz'], permissions: [] }, proof);

test.each<readonly [string, CheckProof, string]>([
  [
    'everywhere observed',
    { versions: ['1.37.2', '1.34.4', '1.32.2'], observed: ['1.37.2', '1.34.4', '1.32.2'] },
    'Kubernetes 1.37.2, 1.34.4 and 1.32.2: it failed when broken, and passed when mended by the fix below. What the cluster itself then did agreed.',
  ],
  [
    'somewhere observed',
    { versions: ['1.37.2', '1.34.4'], observed: ['1.37.2'] },
    'was observed on 1.37.2, and agreed.',
  ],
  ['nowhere observed', { versions: ['1.37.2'], observed: [] }, 'Only its settings were looked at.'],
  [
    'without a flip',
    { versions: [], observed: [], unproven: 'needs a cloud' },
    '**Not proven on a genuine cluster:** needs a cloud.',
  ],
  ['nothing recorded', { versions: [], observed: [] }, 'no test breaks and mends it there yet.'],
])('the page says where a check is proven: %s', (_what, proof, expected) => {
  expect(page(proof)).toContain(expected);
});

test('the page says what is wanted of which settings, where a check is made of them', () => {
  expect(page({ versions: [], observed: [] })).toContain('**What is wanted of each instance.** `profiling`: false.');
  const written = renderCheckPage(
    { ...check, asks: {} },
    { resources: ['flagz'], permissions: [] },
    { versions: [], observed: [] },
  );
  expect(written).not.toContain('What is wanted');
});
