import {
  addMessage,
  completeUpload,
  createUpload,
  getRequestForm,
  getUpload,
  openAttachment,
  sweepUploads,
  terminateUpload,
} from '@tessera/contracts';
import { uuidv7, type Actor } from '@tessera/platform';
import { codeOf } from '@tessera/platform/testing';
import { SupportWorld } from '../../test/factories.js';

let world: SupportWorld;
const GiB = 1024 ** 3;
beforeAll(async () => {
  world = await SupportWorld.start({
    environment: { OPEN_UPLOAD_BYTES_PER_USER: String(9 * GiB), OPEN_UPLOADS_PER_USER: '5' },
  });
});
afterAll(() => world.stop());

const announce = (
  as: Actor,
  facts: { size?: number; fileName?: string; acceptDataStatement?: boolean } = {},
) => world.test.ask(createUpload, { fileName: 'a.bin', size: 1, acceptDataStatement: true, ...facts }, as);
const open = (id: string, as: Actor) => world.test.ask(openAttachment, { id }, as);
const expire = (id: string) =>
  world.test.query(`update attachment set expires_at = now() where id = $1`, [id]);

describe('uploads', () => {
  it('[SUP-044] need the data statement once, before the first of a person', async () => {
    const person = world.member();
    expect(await codeOf(announce(person, { acceptDataStatement: false }))).toBe('DATA_STATEMENT_REQUIRED');
    const form = () => world.test.ask(getRequestForm, { category: 'portal' }, person);
    expect((await form()).attachments.dataStatementAccepted).toBe(false);
    await announce(person);
    expect(await codeOf(announce(person, { acceptDataStatement: false }))).toBe('OK');
    expect((await form()).attachments.dataStatementAccepted).toBe(true);
    expect(await codeOf(announce(world.member(), { acceptDataStatement: false }))).toBe(
      'DATA_STATEMENT_REQUIRED',
    );
  });

  it('take 4 GB and not a byte more', async () => {
    expect(await codeOf(announce(world.member(), { size: 4 * GiB }))).toBe('OK');
    expect(await codeOf(announce(world.member(), { size: 4 * GiB + 1 }))).toBe('PAYLOAD_TOO_LARGE');
  });

  it('are capped in bytes for each person, also when announced at once, and giving up frees them', async () => {
    const person = world.member();
    await announce(person, { size: GiB });
    const codes = await Promise.all([1, 2, 3, 4].map(() => codeOf(announce(person, { size: 4 * GiB }))));
    expect(codes.sort()).toEqual(['OK', 'OK', 'OPEN_UPLOADS_EXCEEDED', 'OPEN_UPLOADS_EXCEEDED']);
    const [big] = await world.test.query<{ id: string }>(
      'select id from attachment where owner_id = $1 and size > $2',
      [person.userId, GiB],
    );
    await world.test.ask(terminateUpload, { id: big!.id }, person);
    expect(await codeOf(announce(person, { size: 4 * GiB }))).toBe('OK');
  });

  it.each(['none', 'partner'])(
    'are capped for a %s without a company at what a few pictures need',
    async (role) => {
      const person = world.member({ companyId: null, role, rights: [] });
      expect(await codeOf(announce(person, { size: 100 * 1024 ** 2 }))).toBe('OK');
      expect(await codeOf(announce(person, { size: 1 }))).toBe('OPEN_UPLOADS_EXCEEDED');
    },
  );

  it('are capped for all people together', async () => {
    const [row] = await world.test.query<{ id: string }>(
      `insert into attachment (id, owner_id, file_name, size, state, expires_at)
       values ($1, $1, 'rest', $2, 'complete', now() + interval '1 hour') returning id`,
      [uuidv7(), 500 * GiB - 1],
    );
    expect(await codeOf(announce(world.member(), { size: 2 * GiB }))).toBe('UPLOADS_FULL');
    await expire(row!.id);
    await world.test.query(`delete from attachment where id = $1`, [row!.id]);
    expect(await codeOf(announce(world.member(), { size: 2 * GiB }))).toBe('OK');
  });

  it('are capped in number for each person', async () => {
    const person = world.member();
    for (let i = 0; i < 5; i++) await announce(person);
    expect(await codeOf(announce(person))).toBe('OPEN_UPLOADS_EXCEEDED');
  });

  it('are stored under a harmless name', async () => {
    const { fileName } = await announce(world.member(), { fileName: '../../etc/pass\u202ewd"\r\nX: y' });
    expect(fileName).toBe('passwd_X_ y');
  });

  it('exist for their owner only', async () => {
    const owner = world.member();
    const { attachmentId: id } = await announce(owner, { size: 7 });
    expect(await world.test.ask(getUpload, { id }, owner)).toEqual({ id, size: 7, state: 'uploading' });
    const others = [
      world.member({ companyId: owner.companyId }),
      world.administrator(owner.companyId!),
      world.agent(),
    ];
    for (const other of others) {
      expect(await codeOf(world.test.ask(getUpload, { id }, other))).toBe('NOT_FOUND');
      expect(await codeOf(world.test.ask(terminateUpload, { id }, other))).toBe('NOT_FOUND');
    }
    expect(await codeOf(world.test.ask(getUpload, { id }, null))).toBe('UNAUTHENTICATED');
  });

  it('do not exist as uploads any more once they are part of a request', async () => {
    const owner = world.member();
    const id = await world.upload(owner);
    await world.request(owner, { attachmentIds: [id] });
    expect(await codeOf(world.test.ask(getUpload, { id }, owner))).toBe('NOT_FOUND');
    expect(await codeOf(world.test.ask(terminateUpload, { id }, owner))).toBe('NOT_FOUND');
    expect(await codeOf(world.test.ask(completeUpload, { id }, null))).toBe('NOT_FOUND');
  });

  it('expire after a day without use, and are listed for the gateway until it has deleted them', async () => {
    const owner = world.member();
    const id = await world.upload(owner);
    const kept = await world.upload(owner);
    const used = await world.upload(owner);
    await world.request(owner, { attachmentIds: [used] });
    await expire(id);
    await world.test.query('update attachment set expires_at = now() where id = $1 and state = $2', [
      used,
      'used',
    ]);
    expect(await codeOf(world.test.ask(getUpload, { id }, owner))).toBe('NOT_FOUND');
    expect(await codeOf(world.request(owner, { attachmentIds: [id] }))).toBe('NOT_FOUND');
    const sweep = async (deleted: string[]) => (await world.test.ask(sweepUploads, { deleted }, null)).ids;
    expect(await sweep([])).toContain(id);
    const again = await sweep([kept, used]);
    expect(again).toContain(id);
    expect(again).not.toContain(kept);
    expect(again).not.toContain(used);
    expect(await sweep([id])).not.toContain(id);
    expect(
      await world.test.query('select state from attachment where id = any($1)', [[id, kept, used]]),
    ).toHaveLength(2);
  });
});

describe('openAttachment', () => {
  it('[SUP-091] opens an attachment to people who may see its message', async () => {
    const author = world.member();
    const id = await world.upload(author, { fileName: 'log.txt', size: 42 });
    expect(await open(id, author)).toEqual({ fileName: 'log.txt', size: 42, blobKey: id });
    await world.request(author, { attachmentIds: [id] });
    for (const reader of [author, world.administrator(author.companyId!), world.agent()]) {
      expect((await open(id, reader)).fileName).toBe('log.txt');
    }
  });

  it('is for others the same as an unknown one', async () => {
    const author = world.member();
    const waiting = await world.upload(author);
    const id = await world.upload(author);
    await world.request(author, { attachmentIds: [id] });
    const readers = [
      world.member({ companyId: author.companyId }),
      world.administrator(uuidv7()),
      world.member({ role: 'license-admin', companyId: null }),
      { ...author, companyId: uuidv7() },
    ];
    for (const reader of readers) {
      expect([await codeOf(open(id, reader)), await codeOf(open(uuidv7(), reader))]).toEqual([
        'NOT_FOUND',
        'NOT_FOUND',
      ]);
    }
    expect(await codeOf(open(waiting, world.agent()))).toBe('NOT_FOUND');
  });

  it('does not open the files of notes to customers', async () => {
    const author = world.member();
    const agent = world.agent();
    const { id: requestId } = await world.request(author);
    const [secret, shown] = [await world.upload(agent), await world.upload(agent)];
    await world.answer(agent, requestId, { internal: true, attachmentIds: [secret] });
    await world.answer(agent, requestId, { attachmentIds: [shown] });
    expect(await codeOf(open(secret, author))).toBe('NOT_FOUND');
    expect(await codeOf(open(secret, world.administrator(author.companyId!)))).toBe('NOT_FOUND');
    expect(await codeOf(open(shown, author))).toBe('OK');
    expect(await codeOf(open(secret, world.agent()))).toBe('OK');
  });

  it('does not open what is not complete', async () => {
    const author = world.member();
    expect(await codeOf(open(await world.upload(author, { complete: false }), author))).toBe('NOT_FOUND');
  });

  it('binds a file to the message in which it was sent', async () => {
    const author = world.member();
    const { id: requestId } = await world.request(author);
    const file = await world.upload(author);
    await world.test.ask(addMessage, { id: requestId, text: 'see file', attachmentIds: [file] }, author);
    expect(await codeOf(open(file, author))).toBe('OK');
  });
});
