import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { CLUSTERS, clusterNames, scanRecording } from '../support/golden.ts';

test.each(clusterNames())(
  'a scan of %s says what it said before (npm run golden shows what changed)',
  async (name) => {
    for (const [file, text] of Object.entries(await scanRecording(name)))
      expect(text).toBe(readFileSync(new URL(`${name}/${file}`, CLUSTERS), 'utf8'));
  },
  60_000,
);
