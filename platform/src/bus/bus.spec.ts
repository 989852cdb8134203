import { request as requestContract } from '@tessera/contracts/kit';
import { randomUUID } from 'node:crypto';
import { codeOf, eventually, TestService } from '../testing/index.js';
import { addNote, noteAdded, probe, readBig, waitFor } from '../../test/probe-service.js';
import type { Problem } from '../errors/problem.js';

describe('the bus', () => {
  let test: TestService;
  const allowed = { role: 'member', rights: ['notes.add'] };
  beforeAll(async () => (test = await TestService.start(probe)));
  afterAll(() => test.stop());

  it('answers a request with what its handler returns, and publishes its event', async () => {
    const actor = test.identity.actor(allowed);
    const note = await test.ask(addNote, { text: 'hello' }, actor);
    expect(note.text).toBe('hello');
    await eventually(() =>
      expect(test.emitted(noteAdded)).toContainEqual(
        expect.objectContaining({
          companyId: actor.companyId,
          aggregateId: note.id,
          data: { noteId: note.id, text: 'hello' },
        }),
      ),
    );
  });

  it.each([
    ['a text that is too long', { text: 'x'.repeat(51) }, allowed, 'VALIDATION_FAILED'],
    ['a missing field', {}, allowed, 'VALIDATION_FAILED'],
    ['nobody', { text: 'a' }, null, 'UNAUTHENTICATED'],
    ['a person without the right', { text: 'a' }, { rights: [] }, 'RIGHT_MISSING'],
    ['a person without a company', { text: 'a' }, { ...allowed, companyId: null }, 'COMPANY_REQUIRED'],
    ['a refusal of the handler', { text: 'a', fault: 'refuse' }, allowed, 'NOTE_UNWELCOME'],
    ['a code that the contract does not declare', { text: 'a', fault: 'undeclared' }, allowed, 'INTERNAL'],
    ['an error', { text: 'a', fault: 'throw' }, allowed, 'INTERNAL'],
  ])('refuses %s', async (_what, input, facts, code) => {
    const actor = facts ? test.identity.actor(facts) : null;
    expect(await codeOf(test.ask(addNote, input as never, actor))).toBe(code);
  });

  it('asks the version before where no service answers the newer one yet [fault 20]', async () => {
    const { request, reply, summary, access } = addNote;
    const subject = 'rpc.probe.note.add.v2';
    const newer = requestContract({
      subject,
      fallback: addNote.subject,
      request,
      reply: reply!,
      summary,
      access,
    });
    const note = await test.ask(newer, { text: 'by v1' }, test.identity.actor(allowed));
    expect(note).toMatchObject({ text: 'by v1' });
    const alone = requestContract({
      subject: 'rpc.probe.note.add.v3',
      request,
      reply: reply!,
      summary,
      access,
    });
    expect(await codeOf(test.ask(alone, { text: 'a' }, test.identity.actor(allowed)))).toBe('UNAVAILABLE');
  });

  it('tells a caller nothing about what went wrong inside', async () => {
    const problem = await test
      .ask(addNote, { text: 'a', fault: 'throw' }, test.identity.actor(allowed))
      .catch((e: Problem) => e.document);
    expect(JSON.stringify(problem)).not.toMatch(/select|secret|Error/);
    expect(problem).toMatchObject({ status: 500, traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
  });

  it('shows the vendor’s requests to its own people only; to others they do not exist', async () => {
    expect(await codeOf(test.ask(readBig, { bytes: 1 }, test.identity.actor({ role: 'owner' })))).toBe(
      'NOT_FOUND',
    );
    expect(await codeOf(test.ask(readBig, { bytes: 1 }, test.identity.actor({ role: 'keeper' })))).toBe('OK');
  });

  it('refuses an answer that the bus cannot carry at once, instead of letting the caller wait', async () => {
    const began = performance.now();
    expect(
      await codeOf(test.ask(readBig, { bytes: 1_200_000 }, test.identity.actor({ role: 'keeper' }))),
    ).toBe('INTERNAL');
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('refuses a request that the bus cannot carry', async () => {
    const huge = { text: 'x'.repeat(1_200_000) };
    expect(await codeOf(test.ask(addNote, huge, test.identity.actor(allowed)))).toBe('PAYLOAD_TOO_LARGE');
  });

  it('gives up when the budget is spent, and says that the outcome is unknown', async () => {
    const began = performance.now();
    expect(await codeOf(test.ask(waitFor, { milliseconds: 3_000 }, null, { budget: 400 }))).toBe(
      'DEADLINE_EXCEEDED',
    );
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('ends a statement in the database when the caller’s budget is spent', async () => {
    const actor = test.identity.actor(allowed);
    expect(await codeOf(test.ask(addNote, { text: 'slow', fault: 'slow' }, actor, { budget: 600 }))).toBe(
      'DEADLINE_EXCEEDED',
    );
    await eventually(async () => {
      const running = await test.query(
        "select 1 from pg_stat_activity where query like '%pg_sleep%' and state = 'active' and pid <> pg_backend_pid()",
      );
      expect(running).toHaveLength(0);
    }, 2_000);
    expect(await test.query("select 1 from note where text = 'slow'")).toHaveLength(0);
  });

  it('refuses forged, expired and unsigned actor tokens', async () => {
    const actor = test.identity.actor(allowed);
    const good = await test.identity.token(actor);
    const [head, body, signature] = good.split('.') as [string, string, string];
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
    const owner = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(body, 'base64url').toString()), role: 'owner' }),
    ).toString('base64url');
    for (const token of [
      `${none}.${body}.`,
      `${head}.${owner}.${signature}`,
      await test.identity.token(actor, '-5m'),
      'nonsense',
    ]) {
      expect(await codeOf(test.askWithToken(addNote, { text: 'a' }, token))).toBe('UNAUTHENTICATED');
    }
  });

  it('does not publish to a reply subject that is no inbox', async () => {
    const seen = await test.answersAt('evt.probe.note.added.v1', () =>
      test.publishRaw(waitFor.subject, { milliseconds: 0 }, 'evt.probe.note.added.v1'),
    );
    expect(seen).toBe(0);
  });

  describe('with an idempotency key', () => {
    it('gives the same reply and has one effect', async () => {
      const actor = test.identity.actor(allowed);
      const idempotencyKey = randomUUID();
      const first = await test.ask(addNote, { text: 'once' }, actor, { idempotencyKey });
      const second = await test.ask(addNote, { text: 'once' }, actor, { idempotencyKey });
      expect(second).toEqual(first);
      expect(await test.query("select 1 from note where text = 'once'")).toHaveLength(1);
    });

    it('refuses the key with another body', async () => {
      const actor = test.identity.actor(allowed);
      const idempotencyKey = randomUUID();
      await test.ask(addNote, { text: 'this' }, actor, { idempotencyKey });
      expect(await codeOf(test.ask(addNote, { text: 'that' }, actor, { idempotencyKey }))).toBe(
        'IDEMPOTENCY_KEY_REUSED',
      );
    });

    it('has one effect when asked fifty times at once', async () => {
      const actor = test.identity.actor(allowed);
      const idempotencyKey = randomUUID();
      const codes = await Promise.all(
        Array.from({ length: 50 }, () =>
          codeOf(test.ask(addNote, { text: 'crowd' }, actor, { idempotencyKey })),
        ),
      );
      expect(codes).toContain('OK');
      expect(codes.filter((code) => code !== 'OK' && code !== 'IDEMPOTENCY_IN_PROGRESS')).toEqual([]);
      expect(await test.query("select 1 from note where text = 'crowd'")).toHaveLength(1);
    });

    it('keeps the keys of two people apart', async () => {
      const idempotencyKey = randomUUID();
      const a = await test.ask(addNote, { text: 'mine' }, test.identity.actor(allowed), { idempotencyKey });
      const b = await test.ask(addNote, { text: 'mine' }, test.identity.actor(allowed), { idempotencyKey });
      expect(b.id).not.toBe(a.id);
    });

    it('stores no refusal: the same key may succeed later', async () => {
      const actor = test.identity.actor(allowed);
      const idempotencyKey = randomUUID();
      expect(await codeOf(test.ask(addNote, { text: 'a', fault: 'refuse' }, actor, { idempotencyKey }))).toBe(
        'NOTE_UNWELCOME',
      );
      expect(await codeOf(test.ask(addNote, { text: 'a' }, actor, { idempotencyKey }))).toBe('OK');
    });

    it('stores replies encrypted', async () => {
      await test.ask(addNote, { text: 'very secret note' }, test.identity.actor(allowed), {
        idempotencyKey: randomUUID(),
      });
      const rows = await test.query<{ reply: Buffer }>('select reply from idempotent_reply');
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.some((r) => r.reply.includes('secret note'))).toBe(false);
    });
  });
});
