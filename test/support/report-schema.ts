import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';

const schema = JSON.parse(readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020.default({ allErrors: true, strict: false }).compile(schema);

/** Fails, naming every place, where a report does not follow the published schema. */
export function expectValidReport(report: unknown): void {
  if (!validate(report)) throw new Error(`the report breaks its schema: ${JSON.stringify(validate.errors, null, 1)}`);
}
