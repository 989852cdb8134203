import e2e from './jest.e2e.config.mjs';

/** The portal in a browser. Two at once: a person waits for a page longer than a page waits for the machine. */
export default {
  ...e2e,
  testMatch: ['<rootDir>/e2e/browser/**/*.spec.ts'],
  testSequencer: '<rootDir>/tools/test/pages-first.mjs',
  maxWorkers: 2,
};
