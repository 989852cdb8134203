import boundaries from 'eslint-plugin-boundaries';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What stands where, and who may import whom; each rule has a test in tools/lint/boundaries.spec.ts. */
const elements = [
  { type: 'kit', pattern: 'contracts/src/kit' },
  { type: 'contracts', pattern: 'contracts/src' },
  { type: 'platform', pattern: 'platform/src/*', capture: ['folder'] },
  { type: 'platform', pattern: 'platform' },
  // Its specs run the real support service behind the uploads.
  { type: 'gateway-test', pattern: 'gateway/test' },
  { type: 'gateway', pattern: 'gateway' },
  { type: 'service', pattern: 'services/*', capture: ['name'] },
  { type: 'sdk', pattern: 'sdk/*', capture: ['name'] },
  { type: 'portal-area', pattern: 'portal/src/areas/*', capture: ['name'] },
  { type: 'portal', pattern: ['portal/src', 'portal/vite'] },
  { type: 'tools', pattern: 'tools' },
  { type: 'e2e', pattern: 'e2e' },
];
const allow = (...types) => ({ allow: types.map((type) => ({ to: { element: { type } } })) });
/** The floors of platform, from the ground up: a folder imports from its own floor and from those below. */
const floors = [
  ['brand', 'configuration', 'context', 'crypto', 'errors', 'events', 'observability', 'text', 'texts'],
  ['database'],
  ['bus', 'idempotency', 'inbox', 'jobs', 'limits', 'outbox', 'security'],
  ['service'],
  ['testing'],
];
const folders = (names) => ({ element: { type: 'platform', captured: { folder: names } } });
const platformFloors = floors.map((floor, n) => ({
  from: folders(floor),
  allow: [{ to: { element: { type: 'kit' } } }, { to: folders(floors.slice(0, n + 1).flat()) }],
}));
const policies = [
  { from: { element: { type: 'kit' } }, ...allow('kit') },
  { from: { element: { type: 'contracts' } }, ...allow('kit', 'contracts') },
  ...platformFloors,
  { from: { element: { type: 'gateway' } }, ...allow('kit', 'contracts', 'platform', 'gateway') },
  {
    from: { element: { type: 'gateway-test' } },
    ...allow('kit', 'contracts', 'platform', 'gateway', 'service', 'gateway-test'),
  },
  { from: { element: { type: 'service' } }, ...allow('kit', 'contracts', 'platform') },
  {
    from: { element: { type: 'service' } },
    allow: [{ to: { element: { type: 'service', captured: { name: '{{ from.element.captured.name }}' } } } }],
  },
  {
    // Licensing signs the format that the published SDK reads, and takes nothing else of it: docs/decisions/0008.
    from: { element: { type: 'service', captured: { name: 'licensing' } } },
    allow: [
      {
        to: { element: { type: 'sdk', captured: { name: 'license' } } },
        dependency: { source: '@tessera/license/format' },
      },
    ],
  },
  {
    from: { element: { type: 'sdk' } },
    allow: [{ to: { element: { type: 'sdk', captured: { name: '{{ from.element.captured.name }}' } } } }],
  },
  // The portal knows the API by its document alone; of ours it takes nothing but the check of a typed code.
  { from: { element: { type: 'portal' } }, ...allow('portal') },
  { from: { element: { type: 'portal-area' } }, ...allow('portal') },
  {
    from: { element: { type: 'portal-area' } },
    allow: [
      { to: { element: { type: 'portal-area', captured: { name: '{{ from.element.captured.name }}' } } } },
    ],
  },
  {
    from: { element: [{ type: 'portal' }, { type: 'portal-area' }] },
    allow: [
      {
        to: { element: { type: 'sdk', captured: { name: 'license' } } },
        dependency: { source: '@tessera/license/activation-code' },
      },
    ],
  },
  {
    from: { element: { type: 'tools' } },
    ...allow('kit', 'contracts', 'platform', 'gateway', 'service', 'sdk', 'tools'),
  },
  {
    // Of the gateway's tests it takes the object storage.
    from: { element: { type: 'e2e' } },
    ...allow('kit', 'contracts', 'platform', 'gateway', 'gateway-test', 'service', 'sdk', 'tools', 'e2e'),
  },
  {
    // The types of the API's answers.
    from: { element: { type: 'e2e' } },
    allow: [{ to: { element: { type: 'portal' } }, dependency: { kind: 'type' } }],
  },
];

const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only config.ts reads the environment.',
};
const rawSql = [
  "CallExpression[callee.property.name='query']",
  "CallExpression[callee.name='repositoryOf']",
].map((selector) => ({ selector, message: 'SQL stands in *.repository.ts and *.sql.ts.' }));
const withoutPlatform = [
  {
    name: '@nestjs/microservices',
    message: 'Only platform touches the transport: use Bus, @Handles and @Consumes.',
  },
  { name: '@nats-io/transport-node', message: 'Only platform touches the bus.' },
  { name: '@nats-io/jetstream', message: 'Only platform touches the bus.' },
  {
    name: 'typeorm',
    importNames: ['Repository', 'getRepository'],
    message: 'Use TenantRepository or repositoryOf of platform.',
  },
];

/** They write `<style>` elements into the page, which the content security policy forbids. */
const styleWriters = {
  name: '@mantine/core',
  importNames: ['AppShell', 'Grid', 'SimpleGrid', 'InlineStyles', 'ColorSchemeScript'],
  message: 'It writes a <style> element; use Columns or a css module.',
};

const rawDialogs = {
  name: '@mantine/core',
  importNames: ['Modal', 'Drawer', 'Dialog'],
  message: 'Use Dialog of portal/src/ui/dialog.js or ConfirmButton.',
};

/** Browsers have these on https and localhost only; the portal also runs on http://name.lan. */
const secureContextOnly = [
  { object: 'crypto', property: 'randomUUID', message: 'Use newKey of portal/src/api/new-key.js.' },
  { object: 'crypto', property: 'subtle', message: 'Plain http has none.' },
  { object: 'navigator', property: 'clipboard', message: 'Use copyText of portal/src/ui/copy-text.js.' },
  ...['serviceWorker', 'share', 'storage', 'locks', 'mediaDevices', 'geolocation', 'wakeLock'].map(
    (property) => ({
      object: 'navigator',
      property,
      message: 'Plain http has none.',
    }),
  ),
  { object: 'window', property: 'Notification', message: 'Plain http has none.' },
];

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/node_modules/',
    '.tessera/',
    '.nx/',
    'out/',
    'docs/api/',
    'contracts/released/',
  ]),
  // The rules of the language are oxlint's, in .oxlintrc.json; here stand the house's own, and none asks for types.
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mjs'],
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parser: tseslint.parser,
      // What Nest injects is a value to the compiler, which oxlint does not know: the rule stays here.
      parserOptions: {
        emitDecoratorMetadata: true,
        experimentalDecorators: true,
        ecmaFeatures: { jsx: true },
      },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'import/resolver': {
        typescript: {
          project: './tsconfig.json',
          conditionNames: ['@tessera/source', 'types', 'import', 'node', 'default'],
        },
      },
    },
    rules: { 'boundaries/dependencies': ['error', { default: 'disallow', policies }] },
  },
  {
    files: ['gateway/src/**/*.spec.ts'],
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [...policies, { from: { element: { type: 'gateway' } }, ...allow('gateway-test') }],
        },
      ],
    },
  },
  {
    // The index files, and specs, which may start a whole service.
    files: ['platform/src/*.ts', 'platform/test/**/*.ts', 'platform/src/**/*.spec.ts'],
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [...policies, { from: { element: { type: 'platform' } }, ...allow('kit', 'platform') }],
        },
      ],
    },
  },
  {
    files: [
      'contracts/src/**/*.ts',
      'platform/src/**/*.ts',
      'gateway/src/**/*.ts',
      'services/*/src/**/*.ts',
      'sdk/*/src/**/*.ts',
    ],
    ignores: ['**/*.spec.ts', '**/main.ts', 'platform/src/**', 'contracts/src/kit/**'],
    rules: { 'no-restricted-syntax': ['error', environment] },
  },
  {
    files: ['services/*/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.repository.ts', '**/*.sql.ts', '**/main.ts'],
    rules: { 'no-restricted-syntax': ['error', environment, ...rawSql] },
  },
  {
    files: ['portal/src/**/*.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { paths: [styleWriters] }] },
  },
  {
    files: ['portal/src/**/*.{ts,tsx}'],
    ignores: ['portal/src/ui/dialog.tsx'],
    rules: { 'no-restricted-imports': ['error', { paths: [styleWriters, rawDialogs] }] },
  },
  {
    files: ['portal/src/**/*.{ts,tsx}'],
    ignores: ['portal/src/ui/copy-text.ts'],
    rules: { 'no-restricted-properties': ['error', ...secureContextOnly] },
  },
  {
    files: ['gateway/src/**/*.ts', 'services/*/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: withoutPlatform }] },
  },
);
