/** Shared by all runners; each says which specs are its own. */
export const base = {
  rootDir: new URL('.', import.meta.url).pathname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        swcrc: false,
      },
    ],
  },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@tessera/contracts$': '<rootDir>/contracts/src/index.ts',
    '^@tessera/contracts/kit$': '<rootDir>/contracts/src/kit/index.ts',
    '^@tessera/platform$': '<rootDir>/platform/src/index.ts',
    '^@tessera/platform/set-up$': '<rootDir>/platform/src/set-up.ts',
    '^@tessera/platform/testing$': '<rootDir>/platform/src/testing/index.ts',
    '^@tessera/license$': '<rootDir>/sdk/license/src/index.ts',
    '^@tessera/license/format$': '<rootDir>/sdk/license/src/format/index.ts',
    '^@tessera/license/activation-code$': '<rootDir>/sdk/license/src/format/activation-code.ts',
    '^@tessera/agent$': '<rootDir>/sdk/agent/src/index.ts',
  },
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/\\.tessera/'],
  modulePathIgnorePatterns: ['<rootDir>/.tessera', '<rootDir>/out', '/dist/'],
  globalSetup: '<rootDir>/tools/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/tools/jest/global-teardown.mjs',
  testTimeout: 30_000,
  maxWorkers: 2,
  // Modules of a spec are never given back by Node; a worker that has had many begins again.
  workerIdleMemoryLimit: '1500MB',
};

export default {
  ...base,
  testMatch: [
    '<rootDir>/{contracts,platform,gateway,portal,services,sdk,tools}/**/*.spec.ts',
    '<rootDir>/e2e/formats/*.spec.ts',
  ],
};
