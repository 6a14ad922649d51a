import { proven, unproven } from '../../checks/proven.ts';
import type { CheckProof } from '../report/check-page.ts';

/** What genuine clusters have shown of a check, as the end-to-end tests recorded it. */
export function proofOf(id: string): CheckProof {
  const on = Object.entries(proven);
  const observed = on.filter(([, proofs]) => proofs.observed.includes(id)).map(([version]) => version);
  const alone = on.filter(([, proofs]) => proofs.settingsAlone.includes(id)).map(([version]) => version);
  const versions = on.map(([version]) => version).filter((one) => observed.includes(one) || alone.includes(one));
  return { versions, observed, unproven: unproven[id] };
}
