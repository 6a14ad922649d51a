import { posix } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { codeOf, filesBelow } from '../support/source-files.ts';

/** What each folder may import: folders of src, packages, and `node:` for all of Node's own modules. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'src/shapes': [],
  'src/model': ['src/shapes'],
  'src/facts': ['src/model', 'node:crypto'],
  'src/derive': ['src/model', 'src/facts', 'src/shapes', 'semver'],
  'src/judge': ['src/model', 'src/derive', 'src/shapes'],
  checks: ['src/model', 'src/derive', 'src/judge', 'src/shapes'],
  'src/engine': ['src/model', 'src/facts', 'src/derive', 'p-limit', 'node:crypto'],
  'src/kube': ['src/model', 'src/shapes', '@kubernetes/client-node', 'socks', 'yaml', 'node:'],
  'src/gather': [
    'src/model',
    'src/shapes',
    'src/kube',
    'p-limit',
    'yaml',
    '@peculiar/x509',
    'reflect-metadata',
    'node:',
  ],
  'src/demo': ['src/model', '@peculiar/x509', 'reflect-metadata', 'node:'],
  'src/report': ['src/model', 'cli-table3', 'string-width'],
};

/** Folders that other folders know by their types only, so that nothing of theirs runs. */
const TYPES_ONLY: Readonly<Record<string, readonly string[]>> = {
  checks: ['src/shapes'],
  'src/model': ['src/shapes'],
  'src/derive': ['src/shapes'],
  'src/judge': ['src/shapes'],
};

const IMPORT =
  /^\s*(?:import|export)\s(?<what>[^;'"]*?)from\s*'(?<from>[^']+)'|import\(\s*'(?<lazy>[^']+)'\s*\)|^\s*import\s*'(?<bare>[^']+)'/gm;

interface Import {
  readonly from: string;
  readonly typesOnly: boolean;
}

function importsOf(file: string): readonly Import[] {
  return [...codeOf(file).matchAll(IMPORT)].map(({ groups = {} }) => {
    const from = groups['from'] ?? groups['lazy'] ?? groups['bare'] ?? '';
    const what = groups['what']?.trim() ?? '';
    const named = /^\{([\s\S]*)\}$/
      .exec(what)?.[1]
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    const typesOnly = what.startsWith('type ') || named?.every((name) => name.startsWith('type ')) === true;
    return { from: from.startsWith('.') ? posix.join(posix.dirname(file), from) : from, typesOnly };
  });
}

const isIn = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
const fits = (path: string, allowed: string): boolean =>
  isIn(path, allowed) || (allowed === 'node:' && path.startsWith('node:'));
const sources = [...filesBelow('src'), ...filesBelow('checks')].filter((file) => file.endsWith('.ts'));
const folderOf = (file: string): string | undefined => Object.keys(ALLOWED).find((folder) => isIn(file, folder));

test('the reader of imports sees every form', () => {
  const found = sources.flatMap((file) => importsOf(file).map(({ from }) => from));
  expect(found).toContain('p-limit');
  expect(found).toContain('src/report/table.ts');
  expect(found).toContain('src/engine/run.ts');
  expect(importsOf('src/engine/command.ts')).toContainEqual({ from: 'src/model/finding.ts', typesOnly: true });
});

describe.each(Object.entries(ALLOWED))('%s', (folder, allowed) => {
  const files = sources.filter((file) => folderOf(file) === folder);

  test(`imports nothing but ${allowed.join(', ') || 'itself'}`, () => {
    const others = files.flatMap((file) =>
      importsOf(file)
        .filter(({ from }) => ![folder, ...allowed].some((one) => fits(from, one)))
        .map(({ from }) => `${file} imports ${from}`),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(others).toEqual([]);
  });

  test('imports only types where that is all it may', () => {
    const values = files.flatMap((file) =>
      importsOf(file)
        .filter(({ from, typesOnly }) => !typesOnly && (TYPES_ONLY[folder] ?? []).some((one) => isIn(from, one)))
        .map(({ from }) => `${file} imports ${from}`),
    );
    expect(values).toEqual([]);
  });
});

test('every folder of src but cli has its rule', () => {
  const folders = new Set(filesBelow('src').map((file) => file.split('/').slice(0, 2).join('/')));
  expect([...folders].filter((folder) => folder !== 'src/cli' && !(folder in ALLOWED))).toEqual([]);
});

describe('the world outside', () => {
  const using = (pattern: RegExp, allowed: readonly string[]): readonly string[] =>
    sources.filter((file) => !allowed.some((one) => isIn(file, one)) && pattern.test(codeOf(file)));

  test('only the command line knows the process and the console', () => {
    expect(
      using(/(?<![\w.'"`])process\.(?:argv|env|exit|exitCode|stdin|stdout|stderr|cwd|on|platform|pid)\b/, ['src/cli']),
    ).toEqual([]);
    expect(using(/(?<![\w.])console\./, ['src/cli'])).toEqual([]);
  });

  // The demo's server makes itself a certificate that must be valid now.
  test('only the command line has a clock', () => {
    expect(using(/Date\.now\(|new Date\(\)|performance\.now/, ['src/cli', 'src/demo'])).toEqual([]);
  });

  test('checks and what judges them know no chance', () => {
    expect(using(/Math\.random|randomBytes|randomUUID/, ['src/cli', 'src/demo', 'src/kube'])).toEqual([]);
  });

  test('only the network layer knows client-node', () => {
    const knowing = sources.filter((file) => importsOf(file).some(({ from }) => from === '@kubernetes/client-node'));
    expect(knowing.length).toBeGreaterThan(0);
    expect(knowing.filter((file) => !isIn(file, 'src/kube'))).toEqual([]);
  });
});
