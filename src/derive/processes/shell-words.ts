/**
 * Splits a shell command into words as far as that needs no shell: quotes, backslashes, a leading `exec`, redirections (dropped).
 * Undefined for anything else (variables, pipes, several commands, globs), which only a shell can tell the meaning of.
 */
export function shellWords(script: string): readonly string[] | undefined {
  const words: string[] = [];
  let rest = script.replaceAll('\\\n', '').trim();
  while (rest !== '') {
    const redirection = REDIRECTION.exec(rest);
    if (redirection !== null) {
      rest = rest.slice(redirection[0].length);
      continue;
    }
    const word = nextWord(rest);
    if (word === undefined) return undefined;
    words.push(word.text);
    rest = rest.slice(word.length).trimStart();
  }
  // `NAME=value command` sets a variable for the command.
  if (/^\w+=/.test(words[0] ?? '')) return undefined;
  return words[0] === 'exec' ? words.slice(1) : words;
}

/** `>file`, `2>>/var/log/x`, `2>&1`, `</dev/null` at the beginning. */
const REDIRECTION = /^\d?(?:>>?|<|>&)\s*&?[\w./-]+(?:\s+|$)/;
const PIECES = [/^'([^']*)'/, /^"([^"\\$`]*)"/, /^\\([^\n])/, /^([^\s'"\\$`;&|<>(){}*?[\]#!~]+)/];

function nextWord(text: string): { readonly text: string; readonly length: number } | undefined {
  let word = '';
  let at = 0;
  while (at < text.length && text[at] !== ' ' && text[at] !== '\t') {
    const piece = PIECES.map((pattern) => pattern.exec(text.slice(at))).find((match) => match !== null);
    if (piece === undefined || piece === null) return undefined;
    word += piece[1] as string;
    at += piece[0].length;
  }
  return { text: word, length: at };
}
