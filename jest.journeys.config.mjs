import faults from './jest.faults.config.mjs';

/** Black box: the built product as it runs, through its doors. Two worlds at once; none of these measures time. */
export default {
  ...faults,
  testMatch: ['<rootDir>/e2e/{deploy,journeys,security}/**/*.spec.ts'],
  globalSetup: '<rootDir>/tools/jest/journeys-setup.mjs',
  globalTeardown: '<rootDir>/tools/jest/journeys-teardown.mjs',
  maxWorkers: 2,
};
