import { base } from './jest.config.mjs';

/** Black box: the built product as it runs, one world after another, so that load does not disturb another spec. */
export default {
  ...base,
  globalSetup: undefined,
  globalTeardown: undefined,
  testMatch: ['<rootDir>/e2e/{deploy,journeys,faults,security}/**/*.spec.ts'],
  testTimeout: 180_000,
  maxWorkers: 1,
};
