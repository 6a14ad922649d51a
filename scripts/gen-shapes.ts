import { readFileSync, writeFileSync } from 'node:fs';
import { emitModule } from './shapes/module.ts';
import { emitPage } from './shapes/page.ts';
import { parse } from './shapes/parse.ts';

// `npm run shapes` writes what is generated from shapes.proto; with `-- --check` it only says whether that is up to date.
const root = new URL('../', import.meta.url);
const messages = parse(readFileSync(new URL('src/shapes/shapes.proto', root), 'utf8'));
const outputs = { 'src/shapes/generated.ts': emitModule(messages), 'docs/what-kubevet-reads.md': emitPage(messages) };

for (const [path, text] of Object.entries(outputs)) {
  const file = new URL(path, root);
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (read(file) !== text) {
    console.error(`${path} is not up to date: npm run shapes`);
    process.exitCode = 1;
  }
}

function read(file: URL): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
