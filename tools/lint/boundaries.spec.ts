import { ESLint } from 'eslint';

/** Each import rule of the architecture, and an illegal case that lint must refuse. */
describe('the import rules', () => {
  const eslint = new ESLint({ cwd: process.cwd() });

  const refusals: [string, string, string, string][] = [
    [
      'contracts import nothing of ours',
      'contracts/src/licensing/license-added.ts',
      "import '@tessera/platform';",
      'boundaries/dependencies',
    ],
    [
      'the kit imports no contract',
      'contracts/src/kit/field.ts',
      "import '../licensing/index.js';",
      'boundaries/dependencies',
    ],
    [
      'platform imports of the contracts the kit alone',
      'platform/src/bus/bus.ts',
      "import '@tessera/contracts';",
      'boundaries/dependencies',
    ],
    [
      'platform imports no service',
      'platform/src/bus/bus.ts',
      "import '../../../services/licensing/src/service.js';",
      'boundaries/dependencies',
    ],
    ...(
      [
        ['the ground floor of platform', 'context/access.ts', 'database/database.js'],
        ['the ground floor of platform', 'errors/problem.ts', 'security/security-events.js'],
        ['the ground floor of platform', 'observability/logger.ts', 'service/health.js'],
        ['the ground floor of platform', 'events/envelope.ts', 'outbox/outbox.js'],
        ['the database floor of platform', 'database/transaction.ts', 'outbox/outbox.js'],
        ['the database floor of platform', 'database/transaction.ts', 'idempotency/idempotent-replies.js'],
        ['the messaging floor of platform', 'bus/bus.ts', 'service/run-service.js'],
        ['the messaging floor of platform', 'inbox/inbox.ts', 'service/run-service.js'],
        ['the messaging floor of platform', 'outbox/outbox.ts', 'service/run-service.js'],
        ['the messaging floor of platform', 'idempotency/idempotent-replies.ts', 'service/run-service.js'],
        ['a running service', 'service/run-service.ts', 'testing/index.js'],
      ] as const
    ).map(([floor, from, to]): [string, string, string, string] => [
      `${floor} imports nothing from above: ${from} not ${to}`,
      `platform/src/${from}`,
      `import '../${to}';`,
      'boundaries/dependencies',
    ]),
    [
      'a service imports no other service',
      'services/support/src/main.ts',
      "import '../../licensing/src/service.js';",
      'boundaries/dependencies',
    ],
    [
      'a service imports no SDK',
      'services/support/src/main.ts',
      "import '@tessera/license/format';",
      'boundaries/dependencies',
    ],
    [
      'licensing imports of the license SDK its format alone',
      'services/licensing/src/main.ts',
      "import '@tessera/license';",
      'boundaries/dependencies',
    ],
    [
      'licensing imports the format as a library, not as a neighbouring folder',
      'services/licensing/src/main.ts',
      "import '../../../sdk/license/src/format/index.js';",
      'boundaries/dependencies',
    ],
    [
      'licensing imports no other SDK',
      'services/licensing/src/main.ts',
      "import '@tessera/agent';",
      'boundaries/dependencies',
    ],
    [
      'a service does not import the gateway',
      'services/support/src/main.ts',
      "import '../../../gateway/src/config.js';",
      'boundaries/dependencies',
    ],
    [
      'the gateway imports no service',
      'gateway/src/gateway.ts',
      "import '../../services/licensing/src/service.js';",
      'boundaries/dependencies',
    ],
    [
      'the SDK imports nothing of ours',
      'sdk/license/src/index.ts',
      "import '@tessera/platform';",
      'boundaries/dependencies',
    ],
    [
      'the portal imports of ours the check of a typed code alone',
      'portal/src/shell/areas.ts',
      "import '@tessera/contracts';",
      'boundaries/dependencies',
    ],
    [
      'the portal imports of the license SDK the check of a typed code alone',
      'portal/src/shell/areas.ts',
      "import '@tessera/license/format';",
      'boundaries/dependencies',
    ],
    [
      'end-to-end tests take types of the portal alone',
      'e2e/journeys/devices.spec.ts',
      "import '../../portal/src/api/client.js';",
      'boundaries/dependencies',
    ],
    [
      'the shell of the portal knows no area',
      'portal/src/shell/pages.tsx',
      "import '../areas/auth/area.js';",
      'boundaries/dependencies',
    ],
    [
      'the portal uses no component that writes styles into the page',
      'portal/src/shell/pages.tsx',
      "import { SimpleGrid } from '@mantine/core';\nexport const x = SimpleGrid;",
      'no-restricted-imports',
    ],
    [
      'the portal uses nothing that plain http lacks',
      'portal/src/areas/devices/device/use-send.ts',
      'export const x = crypto.randomUUID();',
      'no-restricted-properties',
    ],
    [
      'the portal copies in one place alone',
      'portal/src/ui/copyable.tsx',
      "export const x = navigator.clipboard.writeText('');",
      'no-restricted-properties',
    ],
    [
      'only config.ts reads the environment',
      'services/licensing/src/app.module.ts',
      'export const x = process.env.X;',
      'no-restricted-syntax',
    ],
    [
      'only platform touches the transport',
      'services/licensing/src/app.module.ts',
      "import { MessagePattern } from '@nestjs/microservices';\nexport const x = MessagePattern;",
      'no-restricted-imports',
    ],
    [
      'only platform touches the bus',
      'gateway/src/gateway.ts',
      "import { connect } from '@nats-io/transport-node';\nexport const x = connect;",
      'no-restricted-imports',
    ],
    [
      'only repositories and statements ask the database',
      'services/licensing/src/app.module.ts',
      "declare const tx: { query<T>(sql: string): T[] };\nexport const x = tx.query<object>('select 1');",
      'no-restricted-syntax',
    ],
    [
      'only repositories use those of TypeORM',
      'services/licensing/src/app.module.ts',
      "import { repositoryOf } from '@tessera/platform';\nexport const x = repositoryOf({} as never, Object);",
      'no-restricted-syntax',
    ],
    [
      'only platform touches raw repositories',
      'services/licensing/src/app.module.ts',
      "import { Repository } from 'typeorm';\nexport const x = Repository;",
      'no-restricted-imports',
    ],
  ];

  it.each(refusals)('%s', async (_rule, filePath, text, ruleId) => {
    const [result] = await eslint.lintText(`${text}\n`, { filePath });
    expect(result!.messages.map((m) => m.ruleId)).toContain(ruleId);
  });

  it.each([
    ['database/transaction.ts', 'context/request-context.js'],
    ['bus/bus.ts', 'database/transaction.js'],
    ['inbox/inbox.ts', 'outbox/outbox.js'],
    ['service/run-service.ts', 'bus/bus.js'],
    ['service/metrics.spec.ts', 'testing/index.js'],
  ])('allow an import from the same floor or below: %s from %s', async (from, to) => {
    const filePath = `platform/src/${from}`;
    const [result] = await eslint.lintText(`import '../${to}';\n`, { filePath });
    expect(result!.messages.filter((m) => m.ruleId?.startsWith('boundaries'))).toEqual([]);
  });

  it('allow what the architecture allows', async () => {
    const text =
      "import { addLicense } from '@tessera/contracts';\nimport { digest } from '@tessera/license/format';\nimport { Bus } from '@tessera/platform';\nexport const x = [addLicense, digest, Bus];\n";
    const [result] = await eslint.lintText(text, { filePath: 'services/licensing/src/app.module.ts' });
    expect(result!.messages.filter((m) => m.ruleId?.startsWith('boundaries'))).toEqual([]);
  });
});
