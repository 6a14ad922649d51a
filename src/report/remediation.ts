import type { Remediation } from '../model/check.ts';
import type { Report } from '../model/report.ts';
import { paragraph } from './layout.ts';
import { proseWidth, type Style } from './style.ts';

type Place = 'kubeadm' | 'k3s' | 'managed';
const PLACES: readonly Place[] = ['kubeadm', 'k3s', 'managed'];

/** The fix for this cluster's distribution where there is one, else each that there is; and what it may break. */
export function remediationLines(
  remediation: Remediation,
  cluster: Report['cluster'],
  style: Style,
): readonly string[] {
  const { mayBreak } = remediation;
  const lines = (text: string, label: string, paint: (line: string) => string) =>
    paragraph(text, proseWidth(style), `  ${paint(label)}${' '.repeat(7 - label.length)}`);
  return [
    ...fixesFor(remediation, cluster).flatMap((text) => lines(text, 'fix', style.paint.green)),
    ...(mayBreak === undefined ? [] : lines(mayBreak, 'breaks', style.paint.yellow)),
  ];
}

function fixesFor(remediation: Remediation, cluster: Report['cluster']): readonly string[] {
  const place = placeOf(cluster);
  const own = place === undefined ? undefined : remediation[place];
  const any = remediation.any === undefined ? [] : [remediation.any];
  if (own !== undefined) return [own, ...any];
  if (any.length > 0) return any;
  return PLACES.flatMap((one) => (remediation[one] === undefined ? [] : [`${one}: ${remediation[one]}`]));
}

function placeOf({ distribution, managed }: Report['cluster']): Place | undefined {
  if (managed !== null) return 'managed';
  if (distribution === 'kubeadm') return 'kubeadm';
  return distribution === 'k3s' || distribution === 'RKE2' ? 'k3s' : undefined;
}
