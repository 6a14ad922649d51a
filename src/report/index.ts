import type { Report } from '../model/report.ts';

/** How a report is shown; formats for programs take no notice of it. */
export interface RenderOptions {
  /** Columns; no line is wider, but for commands and addresses that would not work when broken. */
  readonly width: number;
  readonly color: boolean;
}

/** Gives the whole text, or its pieces one by one. */
type Render = (report: Report, options: RenderOptions) => string | Iterable<string>;

/** Each format is loaded when it is first asked for. */
export const formats = {
  table: async () => (await import('./table.ts')).renderTable,
  wide: async () => (await import('./table.ts')).renderWide,
  json: async () => (await import('./json.ts')).renderJson,
} as const satisfies Readonly<Record<string, () => Promise<Render>>>;

export type Format = keyof typeof formats;

/** Names of all formats. */
export const FORMATS = Object.keys(formats) as readonly Format[];

/** Whether a text names a format. */
export const isFormat = (text: string): text is Format => Object.hasOwn(formats, text);

/** The report in a format, as the pieces of one text. */
export async function render(report: Report, format: Format, options: RenderOptions): Promise<Iterable<string>> {
  const renderFormat: Render = await formats[format]();
  const text = renderFormat(report, options);
  return typeof text === 'string' ? [text] : text;
}
