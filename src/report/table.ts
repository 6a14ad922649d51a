import type { Report } from '../model/report.ts';
import { componentsBlock } from './components-block.ts';
import { escapeAll } from './escape.ts';
import { findingsBlock } from './findings-block.ts';
import { headerBlock } from './header-block.ts';
import type { RenderOptions } from './index.ts';
import { providerBlock, restBlock, reviewBlock, waivedBlock } from './others-block.ts';
import { paintFor } from './paint.ts';
import type { Style } from './style.ts';
import { summaryBlock } from './summary-block.ts';
import { unseenBlock } from './unseen-block.ts';

/** Narrower than this not even the smallest table fits. */
const MIN_WIDTH = 40;

/** The scored table, what to act on first, and what could not be seen: for a person at a terminal. */
export const renderTable = (report: Report, options: RenderOptions): string => renderBlocks(report, options, false);

/** The same with every finding, its evidence and the commands that show it. */
export const renderWide = (report: Report, options: RenderOptions): string => renderBlocks(report, options, true);

function renderBlocks(untrusted: Report, { width, color }: RenderOptions, wide: boolean): string {
  const report = escapeAll(untrusted);
  const style: Style = { width: Math.max(MIN_WIDTH, width), paint: paintFor(color), wide };
  const blocks = [
    headerBlock(report, style),
    componentsBlock(report, style),
    findingsBlock(report, style),
    unseenBlock(report, style),
    reviewBlock(report, style),
    waivedBlock(report, style),
    providerBlock(report, style),
    wide ? restBlock(report, style) : [],
    summaryBlock(report, style),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
