import { COMPONENTS } from '../model/check.ts';
import { FORMATS } from '../report/index.ts';

/** Names that fit where the cursor is, for tab completion; undefined where the parser knows by itself. */
export async function suggest(words: readonly string[]): Promise<readonly string[] | undefined> {
  const [before, last] = [words.at(-2), words.at(-1) ?? ''];
  if (before === '--component') return COMPONENTS;
  if (before === '-o' || before === '--output') return FORMATS;
  if (before !== '--check' && (before !== 'explain' || last.startsWith('-'))) return undefined;
  const { checks } = await import('../../checks/index.ts');
  return checks.map(({ meta }) => meta.id);
}
