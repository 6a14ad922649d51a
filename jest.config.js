/** Native ESM and TypeScript: esbuild strips the types, jest runs the modules as Node does. */
export default {
  testEnvironment: 'node',
  maxWorkers: '100%',
  // Tests say what is right, benchmarks how fast it is: a limit only ends what hangs, on busy machines too.
  testTimeout: 60_000,
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
