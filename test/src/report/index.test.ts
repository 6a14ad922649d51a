import { expect, test } from '@jest/globals';
import { FORMATS, isFormat, render } from '../../../src/report/index.ts';
import { renderJson } from '../../../src/report/json.ts';
import { renderTable, renderWide } from '../../../src/report/table.ts';
import { reportOf } from '../../support/report.ts';

test('knows its formats', () => {
  expect(FORMATS).toEqual(['table', 'wide', 'json']);
  expect(['json', 'toString', ''].map(isFormat)).toEqual([true, false, false]);
});

test('renders each format', async () => {
  const options = { width: 80, color: false };
  expect(await render(reportOf(), 'table', options)).toEqual([renderTable(reportOf(), options)]);
  expect(await render(reportOf(), 'wide', options)).toEqual([renderWide(reportOf(), options)]);
  expect([...(await render(reportOf(), 'json', options))]).toEqual([...renderJson(reportOf())]);
});
