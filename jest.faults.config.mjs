import { base } from './jest.config.mjs';

/** Faults that take minutes, or what not every machine has: only where a report of them is wanted (npm run faults). */
const long = process.env.FAULT_REPORT ? ['<rootDir>/e2e/faults/long/*.spec.ts'] : [];
const without = process.env.FAULT_WITHOUT?.split(',').filter(Boolean) ?? [];

/** Black box: the built product under faults, one world after another, so that load does not disturb another spec. */
export default {
  ...base,
  globalSetup: undefined,
  globalTeardown: undefined,
  testMatch: ['<rootDir>/e2e/faults/*.spec.ts', ...long],
  testTimeout: long.length ? 600_000 : 180_000,
  testPathIgnorePatterns: [
    ...base.testPathIgnorePatterns,
    ...without.map((fault) => `/e2e/faults/(long/)?${fault}-`),
  ],
  maxWorkers: 1,
};
