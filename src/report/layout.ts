import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Breaks unpainted text into lines of at most `width` columns: between words, else after punctuation, else anywhere. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .split(' ')
    .filter((one) => one !== '')
    .flatMap((one) => pieces(one, width))) {
    const longer = line === '' ? word.text : word.glued ? line + word.text : `${line} ${word.text}`;
    if (line === '' || stringWidth(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word.text;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** A word that is too wide for a line in pieces that are not; all but the first are glued to what comes before. */
function pieces(word: string, width: number): readonly { readonly text: string; readonly glued: boolean }[] {
  if (stringWidth(word) <= width) return [{ text: word, glued: false }];
  const parts = word
    .split(/(?<=[/,;:=&?])/)
    .flatMap((part) => (stringWidth(part) <= width ? [part] : cut(part, width)));
  return parts.map((text, index) => ({ text, glued: index > 0 }));
}

function cut(text: string, width: number): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const { segment } of graphemes.segment(text)) {
    if (part !== '' && stringWidth(part + segment) > width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}

/** A paragraph whose first line begins with `first` and whose others begin with as many blanks; each line is painted by itself. */
export function paragraph(
  text: string,
  width: number,
  first = '',
  paint: (line: string) => string = (line) => line,
): readonly string[] {
  const indent = ' '.repeat(stringWidth(first));
  return wrap(text, Math.max(10, width - indent.length)).map(
    (line, index) => (index === 0 ? first : indent) + paint(line),
  );
}

/** A shell command whose lines end in a backslash where it goes on, so that it can be copied; words are never broken. */
export function commandLines(
  command: string,
  width: number,
  first: string,
  paint: (line: string) => string,
): readonly string[] {
  const words = command.match(/(?:[^\s']|'[^']*')+/g) ?? [];
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const longer = `${line} ${word}`;
    if (line !== undefined && stringWidth(first) + stringWidth(longer) + 2 <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const indent = ' '.repeat(stringWidth(first));
  return lines.map(
    (line, index) => (index === 0 ? first : indent) + paint(index < lines.length - 1 ? `${line} \\` : line),
  );
}

/** A title with an address, which is never broken: it has a line of its own where both do not fit in one. */
export function addressLines(
  title: string,
  address: string,
  width: number,
  first: string,
  paint: (line: string) => string,
): readonly string[] {
  const together = `${title}: ${address}`;
  if (stringWidth(first + together) <= width) return [first + paint(together)];
  return [...paragraph(title, width, first, paint), ' '.repeat(stringWidth(first)) + paint(address)];
}
