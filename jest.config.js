/** Native ESM and TypeScript: esbuild strips the types, jest runs the modules as Node does. */
export default {
  testEnvironment: 'node',
  maxWorkers: '100%',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['<rootDir>/test/e2e/'],
  extensionsToTreatAsEsm: ['.ts'],
  // With --coverage, which `npm run coverage` gives: what is pure, and the readers of what a server sends.
  collectCoverageFrom: ['src/{derive,engine,judge,model,shapes}/**/*.ts'],
  coverageReporters: ['text'],
  coverageThreshold: { global: { branches: 99, functions: 99, lines: 99 } },
  transform: { '\\.ts$': '<rootDir>/test/support/esbuild-transform.mjs' },
};
