import { expect, test } from '@jest/globals';

/** Whether this run makes no change, to see that every row of a table notices. */
export const WITHOUT_CHANGES = process.env['KUBEVET_E2E_WITHOUT_CHANGES'] !== undefined;

/** What tests a row. Where no change is made, it passes only if something that the row expects is not so. */
export const rowTest = <Row>(body: (row: Row) => unknown): ((row: Row) => Promise<void>) =>
  WITHOUT_CHANGES
    ? (row) => expect((async () => body(row))()).rejects.toThrow('expect(')
    : async (row) => void (await body(row));

/** A test of each row. */
export function testRows<Row extends { readonly check: string }>(rows: readonly Row[], body: (row: Row) => void): void {
  for (const row of rows) test(row.check, () => rowTest(body)(row));
}
