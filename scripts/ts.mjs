// Lets Node 20 run the TypeScript scripts of this folder: node --import ./scripts/ts.mjs scripts/NAME.ts
import { register } from 'node:module';

register('./ts-hooks.mjs', import.meta.url);
