import {
  addMessage,
  closeRequest,
  getMessageBrief,
  getRequest,
  listMessages,
  listStaffMessages,
  requestAnswered,
  requestChanged,
  type MessageList,
} from '@tessera/contracts';
import { codeOf, eventually } from '@tessera/platform/testing';
import { SupportWorld } from '../../test/factories.js';

let world: SupportWorld;
beforeAll(async () => void (world = await SupportWorld.start()));
afterAll(() => world.stop());

async function conversation() {
  const author = world.member();
  const agent = world.agent();
  return { author, agent, request: await world.request(author) };
}
const statusOf = async (id: string, as: Parameters<typeof world.test.ask>[2]) =>
  (await world.test.ask(getRequest, { id }, as)).status;

describe('the conversation of a request', () => {
  it('[SUP-063] waits for the customer when support asks, and the author learns of it', async () => {
    const { author, agent, request } = await conversation();
    const answer = await world.answer(agent, request.id, {
      text: 'Which version?',
      status: 'awaiting_reply',
    });
    expect(answer).toMatchObject({ from: 'support', text: 'Which version?', internal: false });
    expect(await statusOf(request.id, author)).toBe('awaiting_reply');
    await eventually(() => {
      expect(world.test.emitted(requestAnswered).filter((e) => e.aggregateId === request.id)).toMatchObject([
        {
          companyId: author.companyId,
          userId: author.userId,
          data: {
            messageId: answer.id,
            number: request.number,
            authorId: author.userId,
            status: 'awaiting_reply',
          },
        },
      ]);
      expect(world.test.emitted(requestChanged).filter((e) => e.aggregateId === request.id)).toHaveLength(1);
    });
  });

  it('[SUP-078] goes on when the customer answers, and is read in order by both', async () => {
    const { author, agent, request } = await conversation();
    await world.answer(agent, request.id, { text: 'Which version?', status: 'awaiting_reply' });
    await world.test.ask(addMessage, { id: request.id, text: '12.2' }, author);
    expect(await statusOf(request.id, author)).toBe('in_progress');
    const read = await world.test.ask(listMessages, { id: request.id }, author);
    expect(read.items.map((m) => [m.from, m.text])).toEqual([
      ['support', 'Which version?'],
      ['customer', '12.2'],
    ]);
    const byStaff = await world.test.ask(listStaffMessages, { id: request.id }, agent);
    expect(byStaff.items.map((m) => m.id)).toEqual(read.items.map((m) => m.id));
  });

  it('[SUP-064][SUP-073] reopens a solved request by a reply', async () => {
    const { author, agent, request } = await conversation();
    await world.answer(agent, request.id, { status: 'solution_provided' });
    expect(await statusOf(request.id, author)).toBe('solution_provided');
    await world.test.ask(addMessage, { id: request.id, text: 'It is still there.' }, author);
    expect(await statusOf(request.id, author)).toBe('in_progress');
  });

  it('[SUP-071] ends with the request: nobody can write any more', async () => {
    const { author, agent, request } = await conversation();
    await world.test.ask(closeRequest, { id: request.id }, author);
    const before = await world.test.ask(listStaffMessages, { id: request.id }, agent);
    const acts = [
      world.test.ask(addMessage, { id: request.id, text: 'And yet' }, author),
      world.answer(agent, request.id),
      world.answer(agent, request.id, { internal: true }),
    ];
    expect(await Promise.all(acts.map(codeOf))).toEqual(['REQUEST_FINAL', 'REQUEST_FINAL', 'REQUEST_FINAL']);
    expect(await world.test.ask(listStaffMessages, { id: request.id }, agent)).toEqual(before);
  });

  it('[SUP-091] takes answers of administrators, and of nobody else', async () => {
    const { author, request } = await conversation();
    const administrator = world.administrator(author.companyId!);
    const colleague = world.member({ companyId: author.companyId });
    expect((await world.test.ask(addMessage, { id: request.id, text: 'I add' }, administrator)).text).toBe(
      'I add',
    );
    expect(await codeOf(world.test.ask(addMessage, { id: request.id, text: 'Me too' }, colleague))).toBe(
      'NOT_FOUND',
    );
  });

  it('keeps the notes of support from the customer, in lists, mails, events and times', async () => {
    const { author, agent, request } = await conversation();
    const before = await world.test.ask(getRequest, { id: request.id }, author);
    const note = await world.answer(agent, request.id, { text: 'Difficult customer', internal: true });
    expect((await world.test.ask(listMessages, { id: request.id }, author)).items).toEqual([]);
    expect(await world.test.ask(getRequest, { id: request.id }, author)).toEqual(before);
    const brief = world.test.ask(getMessageBrief, { requestId: request.id, messageId: note.id }, null);
    expect(await codeOf(brief)).toBe('NOT_FOUND');
    expect((await world.test.ask(listStaffMessages, { id: request.id }, agent)).items).toMatchObject([
      { internal: true },
    ]);
    await world.answer(agent, request.id);
    await eventually(() => {
      const told = world.test.emitted(requestAnswered).filter((e) => e.aggregateId === request.id);
      expect(told).toHaveLength(1);
      expect(told[0]!.data.messageId).not.toBe(note.id);
    });
  });

  it('refuses a note that would change the status', async () => {
    const { agent, request } = await conversation();
    const note = world.answer(agent, request.id, { internal: true, status: 'awaiting_reply' });
    expect(await codeOf(note)).toBe('VALIDATION_FAILED');
  });

  it.each(['closed', 'cancelled_by_user', 'closed_redirected', 'resolved_no_information'] as const)(
    '[SUP-073] refuses %s for a request in progress',
    async (status) => {
      const { author, agent, request } = await conversation();
      expect(await codeOf(world.answer(agent, request.id, { status }))).toBe('STATUS_NOT_ALLOWED');
      expect(await statusOf(request.id, author)).toBe('in_progress');
      expect((await world.test.ask(listMessages, { id: request.id }, author)).items).toEqual([]);
    },
  );

  it('[SUP-078] carries at most three files a message, and each file once', async () => {
    const { author, request } = await conversation();
    const files = await Promise.all(
      ['a', 'b', 'c', 'd'].map((fileName) => world.upload(author, { fileName })),
    );
    const [a, b, c, d] = files as [string, string, string, string];
    const send = (attachmentIds: string[]) =>
      world.test.ask(addMessage, { id: request.id, text: 'x', attachmentIds }, author);
    expect(await codeOf(send(files))).toBe('TOO_MANY_ATTACHMENTS');
    expect((await send([c, a, b])).attachments.map((f) => f.fileName)).toEqual(['c', 'a', 'b']);
    expect(await codeOf(send([d, a]))).toBe('ATTACHMENT_USED');
    const { items } = await world.test.ask(listMessages, { id: request.id }, author);
    expect(items.map((m) => m.attachments.map((f) => f.fileName))).toEqual([['c', 'a', 'b']]);
    expect((await send([d])).attachments).toHaveLength(1);
  });

  it('uses a file for one of two messages that are sent at once', async () => {
    const { author, request } = await conversation();
    const file = await world.upload(author);
    const send = () =>
      world.test.ask(addMessage, { id: request.id, text: 'x', attachmentIds: [file] }, author);
    expect((await Promise.all([codeOf(send()), codeOf(send())])).sort()).toEqual(['ATTACHMENT_USED', 'OK']);
  });

  it('refuses files of others like unknown ones, and unfinished ones', async () => {
    const { author, request } = await conversation();
    const foreign = await world.upload(world.member({ companyId: author.companyId }));
    const unfinished = await world.upload(author, { complete: false });
    const send = (id: string) =>
      codeOf(world.test.ask(addMessage, { id: request.id, text: 'x', attachmentIds: [id] }, author));
    expect([await send(foreign), await send(unfinished)]).toEqual(['NOT_FOUND', 'ATTACHMENT_INCOMPLETE']);
  });

  it('reads a long conversation in pages', async () => {
    const { author, request } = await conversation();
    for (const text of ['1', '2', '3']) await world.test.ask(addMessage, { id: request.id, text }, author);
    const first = await world.test.ask(listMessages, { id: request.id, limit: 2 }, author);
    const rest = await world.test.ask(
      listMessages,
      { id: request.id, limit: 2, cursor: first.nextCursor! },
      author,
    );
    expect([first, rest].map((p) => p.items.map((m) => m.text))).toEqual([['1', '2'], ['3']]);
    expect(rest.nextCursor).toBeNull();
  });

  it('[SUP-078] answers long messages in as many pages as the bus has room for, each of them once and in order', async () => {
    const { author, agent, request } = await conversation();
    // Three bytes each: twenty of them are more than an answer may have.
    const texts = Array.from({ length: 20 }, (_, n) => `${n}`.padEnd(20_000, '語'));
    for (const text of texts) await world.test.ask(addMessage, { id: request.id, text }, author);
    for (const [list, reader] of [
      [listMessages, author],
      [listStaffMessages, agent],
    ] as const) {
      const read: string[] = [];
      let cursor: string | null = null;
      do {
        const wanted = { id: request.id, limit: 100, ...(cursor ? { cursor } : {}) };
        const page: MessageList = await world.test.ask(list, wanted, reader);
        expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(600_000);
        read.push(...page.items.map((m) => m.text));
        cursor = page.nextCursor;
      } while (cursor);
      expect(read).toEqual(texts);
    }
  });
});
