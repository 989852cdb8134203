/**
 * The files of a verb that are new.
 * @param {import('./names.mjs').Names} names
 * @param {number} time of a migration, after those that are there
 * @returns {Record<string, string>} text by file, from the root
 */
export const skeletons = (names, time) => ({
  [`contracts/src/${names.service}/${names.verbFile}.ts`]: contract(names),
  [`contracts/src/${names.service}/${names.eventFile}.ts`]: event(names),
  [`services/${names.service}/src/${names.room}/${names.verbFile}.ts`]: handler(names),
  [`services/${names.service}/src/${names.room}/${names.verbFile}.spec.ts`]: handlerSpec(names),
  [`services/notifications/src/on/${names.eventFile}.ts`]: consumer(names),
  [`services/notifications/src/on/${names.eventFile}.spec.ts`]: consumerSpec(names),
  [`portal/src/areas/${names.area}/${names.verbFile}-page.tsx`]: page(names),
  ...(names.column
    ? { [`services/${names.service}/migrations/${time}-${names.verbFile}.ts`]: migration(names, time) }
    : {}),
});

/** @typedef {import('./names.mjs').Names} Names */

const contract = (/** @type {Names} */ { Verb, verb, subject, parameters, right }) => `
import { access } from '../access.js';
import { ${parameters.length ? 'IsUUID, ' : ''}request } from '../kit/index.js';

export class ${Verb} {
${parameters.map((name) => `@IsUUID() ${name}: string;`).join('\n')}
}

export const ${verb} = request({
  subject: '${subject}',
  request: ${Verb},
  reply: null,
  summary: '${sentence(verb)}.',
  access: access.company(${right ? `'${right}'` : ''}),
});
`;

const event = (/** @type {Names} */ { Event, event, eventSubject, idField, live }) => `
import { event, IsUUID } from '../kit/index.js';

export class ${Event} {
  @IsUUID() ${idField}: string;
  @IsUUID() userId: string;
}

export const ${event} = event({
  subject: '${eventSubject}',
  payload: ${Event},
  summary: '${sentence(event)}.',
  consumers: ['notifications'],
  live: { kind: '${live}', to: 'company', ids: ['${idField}', 'userId'] },
});
`;

const handler = (/** @type {Names} */ { Verb, verb, event, idField, parameters }) => `
import { ${event}, ${verb}, type ${Verb} } from '@tessera/contracts';
import { Handles, Transaction, ${parameters.length ? '' : 'uuidv7, '}type RequestContext } from '@tessera/platform';

@Handles(${verb})
export class ${Verb}Handler {
  constructor(private readonly transaction: Transaction) {}

  async handle(${parameters.length ? `{ ${parameters.at(-1) === 'id' ? 'id' : `${parameters.at(-1)}: id`} }` : '_input'}: ${Verb}, ctx: RequestContext): Promise<void> {
    ${parameters.length ? '' : 'const id = uuidv7();'}
    await this.transaction.run(ctx, async (tx) => {
      // Here the company's row is loaded and locked, its entity decides, and it is saved; the spec fails until then.
      tx.emit(${event}, {
        companyId: ctx.companyId,
        aggregateId: id,
        version: 1,
        data: { ${idField}: id, userId: ctx.userId },
      });
    });
  }
}
`;

const handlerSpec = (/** @type {Names} */ names) => {
  const { verb, route, event, parameters, right } = names;
  const input = parameters.map((name) => `${name}: uuidv7()`).join(', ');
  return `
import { ${event}, ${verb} } from '@tessera/contracts';
${input ? "import { uuidv7 } from '@tessera/platform';\n" : ''}import { ${[
    right || input ? 'codeOf, ' : '',
    input ? '' : 'eventually, ',
  ].join('')}type TestService } from '@tessera/platform/testing';
import { startTestService } from '../../test/factories.js';

let test: TestService;
beforeAll(async () => void (test = await startTestService()));
afterAll(() => test.stop());

describe('${route}', () => {
  const member = { ${right ? `rights: ['${right}']` : ''} };
${
  right
    ? `
  it('is refused without the right', async () => {
    const other = test.identity.actor({ rights: [] });
    expect(await codeOf(test.ask(${verb}, { ${input} }, other))).toBe('RIGHT_MISSING');
  });
`
    : ''
}${input ? refusesUnknown(names, input) : keepsWhatItMakes(names)}
});
`;
};

const refusesUnknown = (/** @type {Names} */ { verb, event }, /** @type {string} */ input) => `
  it('knows nothing of what is not there, or is another company\u2019s', async () => {
    expect(await codeOf(test.ask(${verb}, { ${input} }, test.identity.actor(member)))).toBe('NOT_FOUND');
    expect(test.emitted(${event})).toEqual([]);
  });`;

const keepsWhatItMakes = (/** @type {Names} */ { verb, event, idField, table }) => `
  it('keeps what it tells of', async () => {
    await test.ask(${verb}, {}, test.identity.actor(member));
    const [told] = await eventually(() => {
      const events = test.emitted(${event});
      expect(events).toHaveLength(1);
      return events;
    });
    expect(await test.query('select id from ${table} where id = $1', [told!.data.${idField}])).toHaveLength(1);
  });`;

const consumer = (/** @type {Names} */ { Event, event, kind, idField, topic }) => `
import { ${event}, type ${Event} } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { Notifier } from '../notifications/notifier.js';

@Consumes(${event})
export class On${Event} {
  constructor(private readonly notifier: Notifier) {}

  async handle(event: EventEnvelope<${Event}>, tx: Tx): Promise<void> {
    const { ${topic ? `${idField}, ` : ''}userId } = event.data;
    await this.notifier.notifyUser(
      { kind: '${kind}', userId, companyId: event.companyId, facts: {}, topic: ${topic ? `'${topic}'` : 'null'}, topicId: ${topic ? idField : 'null'} },
      tx,
    );
  }
}
`;

const consumerSpec = (/** @type {Names} */ { event, kind, idField }) => `
import { ${event}, listNotifications } from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { eventually } from '@tessera/platform/testing';
import { World } from '../../test/factories.js';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.stop());

it('tells of ${event} by mail and in the portal', async () => {
  const person = world.person();
  const { userId, companyId } = person;
  const data = { ${idField}: uuidv7(), userId };
  await world.service.publish(${event}, data, { companyId });
  await eventually(() => expect(world.mailbox.to(person.email)).toHaveLength(1));
  const { items } = await world.service.ask(listNotifications, {}, world.service.identity.actor({ userId, companyId }));
  expect(items.map(({ kind }) => kind)).toEqual(['${kind}']);
});
`;

const page = (/** @type {Names} */ { Verb, textKey, area, method, template, parameters }) => {
  const path = parameters.length ? `, { params: { path: { ${parameters.join(', ')} } } }` : '';
  return `
${parameters.length ? "import { useParams } from 'react-router';\n" : ''}import { api, ask } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { ConfirmButton } from '../../ui/confirm-button.js';
import { Page } from '../../ui/page.js';
import { showToast } from '../../ui/toasts.js';

export default function ${Verb}Page() {
  const t = useTexts('${area}');
  ${parameters.length ? `const { ${parameters.map((name) => `${name} = ''`).join(', ')} } = useParams();` : ''}
  const confirm = async () => {
    await ask(api.${method}('${template}'${path}));
    showToast({ tone: 'good', text: t('${textKey}.done') });
  };
  return (
    <Page title={t('${textKey}.title')}>
      <ConfirmButton
        label={t('${textKey}.title')}
        title={t('${textKey}.question')}
        consequences={[t('${textKey}.consequence')]}
        confirm={t('${textKey}.confirm')}
        onConfirm={confirm}
      />
    </Page>
  );
}
`;
};

const migration = (/** @type {Names} */ { Verb, column = '' }, /** @type {number} */ time) => {
  const [table, definition] = column.split('.');
  return `
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${Verb}${time} implements MigrationInterface {
  readonly name = '${Verb}${time}';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table ${table} add column ${definition}');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table ${table} drop column ${definition.split(' ')[0]}');
  }
}
`;
};

/** `archiveLicense` as words. @param {string} name */
export const sentence = (name) => {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words[0].toUpperCase() + words.slice(1);
};
