import everyday from '../../jest.config.js';

/** The end-to-end tests: test/e2e/run.mjs starts them, with a cluster at hand. */
export default {
  ...everyday,
  rootDir: '../..',
  roots: ['<rootDir>/test/e2e'],
  testPathIgnorePatterns: [],
  testTimeout: 120_000,
  maxWorkers: 1,
};
