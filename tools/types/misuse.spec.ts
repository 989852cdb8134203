import { diagnose } from './diagnose.js';

const head = `
import { event, IsBoolean, IsLine, MaxLength, request } from '@tessera/contracts/kit';
import { Handles, Consumes, type EventEnvelope } from '@tessera/platform';
export class Ask { @IsLine() @MaxLength(5) name: string; }
export class Answer { @IsBoolean() done: boolean; }
const ask = request({ subject: 'rpc.probe.thing.ask.v1', request: Ask, reply: Answer, summary: '', access: { who: 'public' } });
const done = event({ subject: 'evt.probe.thing.done.v1', payload: Answer, summary: '', consumers: [] });
`;
const contract = (parts: string) => `export const probe = request({ request: Ask, summary: '', ${parts} });`;
const open = `access: { who: 'public' }`;

/** Each of these compiles: a kit that refused everything would pass the other table. */
const right = {
  'a request': contract(`subject: 'rpc.probe.a.b.v1', reply: Answer, errors: { GONE: 'not_found' }, ${open}`),
  'a handler': `@Handles(ask)\nexport class Probe { async handle(input: Ask): Promise<Answer> { return { done: !!input.name }; } }`,
  'a consumer': `@Consumes(done)\nexport class Probe { async handle(event: EventEnvelope<Answer>): Promise<void> { void event; } }`,
};

/** Each of these is refused, at the line that is wrong. */
const wrong: Record<string, [snippet: string, line: string]> = {
  'an event’s subject for a request': [
    contract(`subject: 'evt.probe.a.b.v1', reply: null, ${open}`),
    'subject',
  ],
  'a subject without a version': [contract(`subject: 'rpc.probe.a.b', reply: null, ${open}`), 'subject'],
  'a request of which nobody says who may ask': [
    contract(`subject: 'rpc.probe.a.b.v1', reply: null`),
    'request(',
  ],
  'an error code in small letters': [
    contract(`subject: 'rpc.probe.a.b.v1', reply: null, errors: { gone: 'not_found' }, ${open}`),
    'gone',
  ],
  'an error of no category': [
    contract(`subject: 'rpc.probe.a.b.v1', reply: null, errors: { GONE: 'lost' }, ${open}`),
    'GONE',
  ],
  'a handler with another reply': [
    `@Handles(ask)\nexport class Probe { async handle(_i: Ask): Promise<Ask> { return { name: '' }; } }`,
    '@Handles',
  ],
  'a handler of another request': [
    `@Handles(ask)\nexport class Probe { async handle(_i: { name: number }): Promise<Answer> { return { done: true }; } }`,
    '@Handles',
  ],
  'a handler that answers nothing': [
    `@Handles(ask)\nexport class Probe { async handle(_i: Ask): Promise<void> {} }`,
    '@Handles',
  ],
  'a handler without handle': [`@Handles(ask)\nexport class Probe {}`, '@Handles'],
  'an event that is answered': [
    `@Handles(done)\nexport class Probe { async handle(_i: Answer): Promise<Answer> { return { done: true }; } }`,
    '@Handles',
  ],
  'a consumer of another payload': [
    `@Consumes(done)\nexport class Probe { async handle(_e: EventEnvelope<Ask>): Promise<void> {} }`,
    '@Consumes',
  ],
};

describe('the compiler', () => {
  let found: ReturnType<typeof diagnose>;
  beforeAll(() => {
    const snippets = {
      ...right,
      ...Object.fromEntries(Object.entries(wrong).map(([name, [snippet]]) => [name, snippet])),
    };
    found = diagnose(
      Object.fromEntries(Object.entries(snippets).map(([name, snippet]) => [name, head + snippet])),
    );
  }, 120_000);

  it.each(Object.keys(right))('takes %s', (name) => expect(found[name]).toEqual([]));

  it.each(Object.entries(wrong))('refuses %s', (name, [, line]) => {
    const diagnoses = found[name]!;
    expect(diagnoses.length).toBeGreaterThan(0);
    for (const d of diagnoses) expect(d.line).toContain(line);
    // Not a module that could not be found, nor a slip of the pen in the snippet.
    for (const d of diagnoses) expect([2307, 2304, 2305, 1005]).not.toContain(d.code);
  });
});
