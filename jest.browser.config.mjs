import faults from './jest.faults.config.mjs';

/** The portal in a browser. Two at once: a person waits for a page longer than a page waits for the machine. */
export default {
  ...faults,
  testMatch: ['<rootDir>/e2e/browser/**/*.spec.ts'],
  testSequencer: '<rootDir>/tools/test/pages-first.mjs',
  maxWorkers: 2,
};
