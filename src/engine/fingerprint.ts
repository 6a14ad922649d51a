import { createHash } from 'node:crypto';
import type { Check } from '../model/check.ts';
import type { Subject } from '../model/finding.ts';
import { compareTexts, subjectKey } from './order.ts';

/** Names a finding: the same check on the same subject of the same cluster has it in every scan. */
export const fingerprint = (check: string, clusterUid: string | null, subject: Subject): string =>
  shortHash([check, clusterUid ?? '', subjectKey(subject)]);

/** Names a set of checks by what their verdicts and weights hang on. */
export const checkSet = (checks: readonly Check[]): string =>
  shortHash(
    checks
      .map(({ kind, meta }) =>
        JSON.stringify([meta.id, kind, meta.severity, meta.population, meta.scoreComponent ?? '']),
      )
      .sort(compareTexts),
  ).slice(0, 12);

const shortHash = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
