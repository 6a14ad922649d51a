// Bundles src/cli/main.ts into dist/: ESM with code splitting, so that each command loads only what it needs.
import { chmod, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
const { version } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
const dist = new URL('dist/', root);

await rm(dist, { recursive: true, force: true });
await build({
  absWorkingDir: new URL('.', root).pathname,
  entryPoints: { kubevet: 'src/cli/main.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  // The npm package of that name, not Node's deprecated built-in: client-node's dependencies ask for it.
  alias: { punycode: 'punycode/punycode.js' },
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  define: { KUBEVET_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
});
await cp(new URL('src/demo/recording/', root), new URL('recording/', dist), { recursive: true });
const main = new URL('kubevet.js', dist);
await writeFile(main, `#!/usr/bin/env node\n${await readFile(main, 'utf8')}`);
await chmod(main, 0o755);
