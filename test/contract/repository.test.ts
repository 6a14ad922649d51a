import { describe, expect, test } from '@jest/globals';
import { filesBelow, textOf } from '../support/source-files.ts';

/** Recorded and generated data, and what is not text. */
const DATA = [/^(src\/demo|test\/clusters\/[^/]+)\/recording\//, /\.(pb|bin|png|gz)$/, /^package-lock\.json$/];
const files = filesBelow('').filter((file) => !DATA.some((pattern) => pattern.test(file)));
const having = (pattern: RegExp, some: readonly string[] = files): readonly string[] =>
  some.filter((file) => pattern.test(textOf(file)));

describe('the lock file', () => {
  const lock = textOf('package-lock.json');

  test('names no registry', () => {
    expect(lock).not.toContain('"resolved"');
    expect(lock).not.toMatch(/https?:\/\/[^"/]*(registry|npmjs|artifact|mirror|proxy)/i);
  });

  test('belongs to package.json', () => {
    const { packages } = JSON.parse(lock) as { packages: Record<string, Record<string, unknown>> };
    const manifest = JSON.parse(textOf('package.json')) as Record<string, unknown>;
    for (const part of ['version', 'dependencies', 'devDependencies', 'engines']) {
      expect(packages['']?.[part]).toEqual(manifest[part]);
    }
  });
});

describe('the repository', () => {
  // Written in pieces, so that this file does not hold what it looks for.
  const word = (...parts: readonly string[]): string => parts.join('');

  test('says nothing of how it was made', () => {
    const makers = [
      word('clau', 'de'),
      word('anthro', 'pic'),
      word('open', 'ai'),
      word('chat', 'gpt'),
      word('co', 'pilot'),
    ];
    expect(having(new RegExp(`\\b(${makers.join('|')})\\b`, 'i'))).toEqual([]);
    expect(having(new RegExp(`(^|[\\s'"\`(])(${word('/wo', 'rk/')}|${word('../sha', 'red')}/)`, 'm'))).toEqual([]);
    expect(having(new RegExp(`${word('iss', 'ue')} #?\\d+\\b`, 'i'))).toEqual([]);
  });

  test('holds no note of what is still to do, and no test that is skipped or alone', () => {
    const code = files.filter((file) => /\.(ts|mjs|go|py|sh)$/.test(file) && !file.startsWith('test/contract/'));
    expect(having(new RegExp(`\\b(${word('TO', 'DO')}|${word('FIX', 'ME')})\\b`), code)).toEqual([]);
    const tests = code.filter((file) => /\.(test|cases)\.ts$/.test(file));
    expect(tests.length).toBeGreaterThan(50);
    expect(having(/\b(test|describe|it)\.(skip|only|failing)\b|\bx(test|describe|it)\(/, tests)).toEqual([]);
    expect(having(/jest\.(unstable_)?mock/, tests)).toEqual([]);
  });

  test('has no source file that is too long to read', () => {
    const sources = files.filter((file) => /^(src|checks)\/.*\.ts$/.test(file));
    const long = sources.filter(
      (file) => !/generated|facts\/data|checks\/(index|proven)\.ts/.test(file) && textOf(file).split('\n').length > 400,
    );
    expect(long).toEqual([]);
  });

  test('keeps private keys out of files', () => {
    expect(having(new RegExp(`-----BEGIN ${word('[A-Z ]*PRIV', 'ATE KEY')}-----\\s*[A-Za-z0-9+/=]{40}`))).toEqual([]);
  });
});
