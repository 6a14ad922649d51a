import { createHash } from 'node:crypto';
import { transformSync, version } from 'esbuild';

const options = { loader: 'ts', format: 'esm', target: 'node20', sourcemap: 'inline' };

/** Strips the types of a TypeScript module for jest. */
export default {
  process: (source, path) => ({ code: transformSync(source, { ...options, sourcefile: path }).code }),
  getCacheKey: (source, path, { instrument, configString }) =>
    createHash('sha256')
      .update([version, JSON.stringify(options), source, path, String(instrument), configString].join('\0'))
      .digest('hex'),
};
