import {
  createRequest,
  getMessageBrief,
  getRequest,
  listRequests,
  requestRegistered,
  type CreateRequest,
} from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { codeOf, eventually } from '@tessera/platform/testing';
import { SupportWorld } from '../../test/factories.js';
import { csr } from '../../test/csr.js';

let world: SupportWorld;
beforeAll(async () => void (world = await SupportWorld.start()));
afterAll(() => world.stop());

const technical = (facts: Partial<CreateRequest> = {}): CreateRequest => ({
  category: 'technical',
  productId: world.shield.id,
  productVersion: '12.2',
  level: 'standard',
  osVersion: 'Debian 12',
  type: 'operation',
  subtype: 'crash',
  subject: 'It crashes',
  description: '1. start\n2. it crashes',
  ...facts,
});

describe('createRequest', () => {
  it('[SUP-030][SUP-036][SUP-039][SUP-046] registers a technical request and tells of it once', async () => {
    const author = world.member();
    const created = await world.test.ask(createRequest, technical(), author);
    expect(created).toMatchObject({
      category: 'technical',
      status: 'in_progress',
      level: 'standard',
      subject: 'It crashes',
      product: { id: world.shield.id, name: 'Endpoint Shield', version: '12.2' },
      author: { id: author.userId, name: `Pat ${author.userId.slice(-4)}` },
      contract: null,
      previousNumber: null,
    });
    expect(created.number).toMatch(/^T-\d{4}-\d{6}$/);
    await eventually(() =>
      expect(world.test.emitted(requestRegistered).filter((e) => e.aggregateId === created.id)).toMatchObject(
        [
          {
            companyId: author.companyId,
            userId: author.userId,
            data: { requestId: created.id, number: created.number, authorId: author.userId },
          },
        ],
      ),
    );
  });

  it('[SUP-039] keeps every word of the form', async () => {
    const author = world.member();
    const created = await world.test.ask(createRequest, technical(), author);
    expect(await world.test.ask(getRequest, { id: created.id }, author)).toMatchObject({
      description: '1. start\n2. it crashes',
      osVersion: 'Debian 12',
      type: 'operation',
      subtype: 'crash',
      open: true,
    });
  });

  it('registers a portal question with a file', async () => {
    const author = world.member();
    const file = await world.upload(author, { fileName: 'screenshot.png' });
    const created = await world.request(author, { attachmentIds: [file] });
    const shown = await world.test.ask(getRequest, { id: created.id }, author);
    expect(shown.attachments).toEqual([{ id: file, fileName: 'screenshot.png', size: 10 }]);
  });

  it('[LIC-060] refuses a product without a valid license', async () => {
    const author = world.member();
    world.entitlements.set(author.companyId!, []);
    expect(await codeOf(world.test.ask(createRequest, technical(), author))).toBe('PRODUCT_NOT_COVERED');
    expect((await world.test.ask(listRequests, {}, author)).items).toEqual([]);
  });

  it('links a request to the final one that it continues', async () => {
    const author = world.member();
    const first = await world.request(author);
    const second = await world.request(author, { previousNumber: first.number.toLowerCase() });
    expect(second.previousNumber).toBe(first.number);
  });

  it('registers once however often it is sent with one key', async () => {
    const author = world.member();
    const send = () =>
      world.test.ask(createRequest, technical(), author, { idempotencyKey: `k-${author.userId}` });
    const [first, second] = [await send(), await send()];
    expect(second).toEqual(first);
    expect((await world.test.ask(listRequests, {}, author)).items).toHaveLength(1);
  });

  it('gives parallel requests numbers of their own', async () => {
    const author = world.member();
    const made = await Promise.all(Array.from({ length: 20 }, () => world.request(author)));
    expect(new Set(made.map((r) => r.number)).size).toBe(20);
  });

  it('tells mails the description and its writer', async () => {
    const author = world.member();
    const { id, number } = await world.request(author, { description: 'Two\nlines' });
    expect(await world.test.ask(getMessageBrief, { requestId: id }, null)).toEqual({
      number,
      subject: 'A question',
      status: 'in_progress',
      authorId: author.userId,
      writer: `Pat ${author.userId.slice(-4)}`,
      text: 'Two\nlines',
    });
  });

  const wrong: [string, Partial<CreateRequest>, string][] = [
    ['refuses premium without a contract', { level: 'premium' }, 'PREMIUM_NOT_ALLOWED'],
    [
      'refuses a critical incident without a contract',
      { critical: true, acceptCriticalTerms: true },
      'PREMIUM_NOT_ALLOWED',
    ],
    ['refuses an unknown product', { productId: uuidv7() }, 'PRODUCT_NOT_COVERED'],
    ['[SUP-037] refuses a version that the product has not', { productVersion: '1.0' }, 'VALIDATION_FAILED'],
    ['refuses an unknown type', { type: 'constructor' }, 'VALIDATION_FAILED'],
    ['[SUP-039] refuses a subtype of another type', { subtype: 'seats' }, 'VALIDATION_FAILED'],
    ['refuses a blank subject', { subject: '  ' }, 'VALIDATION_FAILED'],
    ['refuses a subject of two lines', { subject: 'a\r\nBcc: x@example.com' }, 'VALIDATION_FAILED'],
    ['refuses a subject with a line separator', { subject: 'a\u2028b' }, 'VALIDATION_FAILED'],
    ['refuses a feedback type', { feedbackType: 'thanks' }, 'VALIDATION_FAILED'],
    ['refuses a technical request without a product', { productId: undefined }, 'VALIDATION_FAILED'],
    ['refuses feedback without its type', { ...portal(), category: 'feedback' }, 'VALIDATION_FAILED'],
    [
      'refuses four files',
      { attachmentIds: [uuidv7(), uuidv7(), uuidv7(), uuidv7()] },
      'TOO_MANY_ATTACHMENTS',
    ],
    ['refuses an unknown file', { attachmentIds: [uuidv7()] }, 'NOT_FOUND'],
    ['refuses an unknown previous number', { previousNumber: 'T-2026-999999' }, 'NOT_FOUND'],
    [
      'refuses what is no certificate request',
      { ...portal(), category: 'apns_certificate', csr: 'hello' },
      'CSR_INVALID',
    ],
  ];
  function portal(): Partial<CreateRequest> {
    return {
      productId: undefined,
      productVersion: undefined,
      osVersion: undefined,
      type: undefined,
      subtype: undefined,
    };
  }
  it.each(wrong)('%s', async (_what, facts, code) => {
    const author = world.member();
    expect(await codeOf(world.test.ask(createRequest, technical(facts), author))).toBe(code);
    expect((await world.test.ask(listRequests, {}, author)).items).toEqual([]);
  });

  it('takes a certificate request whose signature is right, and no changed one', async () => {
    const author = world.member();
    const facts = {
      category: 'apns_certificate',
      subject: 'Certificate',
      description: 'Please sign.',
    } as const;
    expect(await codeOf(world.request(author, { ...facts, csr: csr.good }))).toBe('OK');
    expect(await codeOf(world.request(author, { ...facts, csr: csr.changed }))).toBe('CSR_INVALID');
  });

  it('registers feedback about a request', async () => {
    const author = world.member();
    const about = await world.request(author);
    const feedback = await world.request(author, {
      category: 'feedback',
      feedbackType: 'thanks',
      relatedRequestId: about.id,
    });
    expect(await world.test.ask(getRequest, { id: feedback.id }, author)).toMatchObject({
      feedbackType: 'thanks',
      relatedRequestId: about.id,
    });
  });

  it('[SUP-061] gives a request of any category a status, without which none is stored', async () => {
    const author = world.member();
    const of: [Partial<CreateRequest>, string][] = [
      [technical(), 'in_progress'],
      [{ category: 'portal' }, 'in_progress'],
      [{ category: 'feedback', feedbackType: 'complaint' }, 'in_progress'],
      [{ category: 'threat_portal' }, 'closed_redirected'],
      [{ category: 'apns_certificate', csr: csr.good }, 'in_progress'],
    ];
    for (const [facts] of of) await world.request(author, facts);
    const { items } = await world.test.ask(listRequests, {}, author);
    expect(items.map(({ status }) => status).reverse()).toEqual(of.map(([, status]) => status));
    const forgotten = world.test.query('update request set status = null where author_id = $1', [
      author.userId,
    ]);
    await expect(forgotten).rejects.toThrow(/not-null/);
  });

  it('asks for the name of a person once an hour, not for each request', async () => {
    const author = world.member();
    await world.request(author);
    const asked = world.contactsAsked;
    await world.request(author);
    expect(world.contactsAsked).toBe(asked);
  });
});
