import type { Report } from '../model/report.ts';
import { escapeJson } from './escape.ts';

/** The report as JSON, indented, with a line break at its end. */
export const renderJson = (report: Report): string => `${escapeJson(JSON.stringify(report, null, 2))}\n`;
