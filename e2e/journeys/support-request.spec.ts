import { randomBytes, createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Upload } from 'tus-js-client';
import type { Api } from '../../tools/world/api.mjs';
import type { View } from '../../portal/src/api/client.js';
import { orderCode, owner, productId } from '../world/people.js';
import { sharedVendor } from '../world/shared-vendor.js';
import type { World } from '../world/world.js';

const email = 'owner@support-request.example';

describe('a support request', () => {
  let world: World;
  let agent: Api;
  let acme: Api;
  let shield: string;

  beforeAll(async () => {
    const vendor = await sharedVendor();
    ({ world, agent } = vendor);
    shield = await productId(world, 'Endpoint Shield');
    const companyName = 'Support Request GmbH';
    acme = await owner(world, email, await orderCode(world, vendor.licenses, { companyName }), {
      companyName,
    });
  });

  const bytes = randomBytes(1024 * 1024);
  const size = 200 * 1024 * 1024;
  const path = join(tmpdir(), `tessera-upload-${process.pid}.bin`);
  let attachmentId: string;
  let request: View<'RequestDetails'>;

  beforeAll(() => {
    const target = openSync(path, 'w');
    for (let n = 0; n < size / bytes.length; n++) writeSync(target, bytes);
    closeSync(target);
  });
  afterAll(() => rmSync(path, { force: true }));

  const upload = (options: { url?: string; abortAfter?: number; consent: boolean }) =>
    new Promise<{ url: string; done: boolean }>((resolve, reject) => {
      const task = new Upload(createReadStream(path), {
        endpoint: `${world.url}/api/v1/uploads`,
        uploadUrl: options.url ?? null,
        uploadSize: size,
        chunkSize: 16 * 1024 * 1024,
        retryDelays: [100, 500],
        headers: { authorization: `Bearer ${acme.token!}` },
        metadata: {
          filename: 'traces.zip',
          filetype: 'application/zip',
          ...(options.consent ? { acceptDataStatement: 'true' } : {}),
        },
        onError: reject,
        onSuccess: () => resolve({ url: task.url!, done: true }),
        onChunkComplete: (_chunk, accepted) => {
          if (options.abortAfter && accepted >= options.abortAfter)
            void task.abort().then(() => resolve({ url: task.url!, done: false }));
        },
      });
      task.start();
    });

  it('[SUP-044] needs the consent to the statement on data for the first upload ever', async () => {
    await expect(upload({ consent: false })).rejects.toThrow(/403/);
  });

  it('[SUP-044] takes an attachment of 200 MB, interrupted once and resumed', async () => {
    const first = await upload({ consent: true, abortAfter: 48 * 1024 * 1024 });
    expect(first.done).toBe(false);
    const head = await fetch(first.url, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${acme.token!}`, 'tus-resumable': '1.0.0' },
    });
    expect(Number(head.headers.get('upload-offset'))).toBeGreaterThanOrEqual(48 * 1024 * 1024);
    const second = await upload({ consent: true, url: first.url });
    expect(second.done).toBe(true);
    attachmentId = second.url.split('/').at(-1)!;
  });

  it('[SUP-036][SUP-037][SUP-039][SUP-046] is registered, and the mail has its number in the subject', async () => {
    const form = await acme.get<View<'RequestForm'>>(`/request-form?category=technical&product=${shield}`);
    const product = form.productGroups.flatMap((g) => g.products).find((p) => p.id === shield)!;
    expect(product.versions).toContain('12.6');
    request = await acme.post<View<'RequestDetails'>>('/requests', {
      category: 'technical',
      productId: shield,
      productVersion: '12.6',
      level: 'standard',
      osVersion: 'Windows 11',
      type: form.types[0]!.id,
      subtype: form.types[0]!.subtypes[0],
      subject: 'Quick scan stops',
      description: 'It stops at 60 percent.\nEvery time.',
      attachmentIds: [attachmentId],
    });
    expect(request).toMatchObject({
      status: 'in_progress',
      number: expect.any(String),
      product: { id: shield },
    });
    const mail = await world.mail.wait(email, (m) => m.subject.includes(request.number));
    expect(mail.text).toContain('Quick scan stops');
  });

  it('gives the attachment to support as a download, byte for byte', async () => {
    const answer = await agent.send('GET', `/attachments/${attachmentId}`);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    const hash = createHash('sha256');
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) hash.update(chunk);
    const expected = createHash('sha256');
    for await (const chunk of createReadStream(path)) expected.update(chunk as Buffer);
    expect(hash.digest('hex')).toBe(expected.digest('hex'));
    const part = await agent.send('GET', `/attachments/${attachmentId}`, undefined, {
      range: 'bytes=0-99',
    });
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 100]);
  });

  it('[SUP-063][SUP-078] is asked back by an agent; the customer is mailed and replies', async () => {
    const queue = await agent.get<View<'StaffRequestList'>>('/staff/requests');
    expect(queue.items.map((r) => r.id)).toContain(request.id);
    await agent.post(`/staff/requests/${request.id}/messages`, {
      text: 'Which version of the databases?',
      status: 'awaiting_reply',
    });
    await agent.post(`/staff/requests/${request.id}/messages`, {
      text: 'A note for colleagues.',
      internal: true,
    });
    expect((await acme.get(`/requests/${request.id}`)).status).toBe('awaiting_reply');
    const mail = await world.mail.wait(email, (m) => m.text.includes('Which version of the databases?'));
    expect(mail.subject).toContain(request.number);
    await acme.post(`/requests/${request.id}/messages`, { text: 'The one of today.' });
    const { items } = await acme.get<View<'MessageList'>>(`/requests/${request.id}/messages`);
    const texts = items.map((m) => m.text);
    expect(texts).toEqual(expect.arrayContaining(['Which version of the databases?', 'The one of today.']));
    expect(texts).not.toContain('A note for colleagues.');
    expect((await acme.get(`/requests/${request.id}`)).status).toBe('in_progress');
  });

  it('[SUP-069][SUP-071][SUP-080] is closed by the customer, and then takes no more messages', async () => {
    expect(await acme.post(`/requests/${request.id}/close`)).toMatchObject({ status: 'cancelled_by_user' });
    await expect(
      acme.post(`/requests/${request.id}/messages`, { text: 'One more thing' }),
    ).rejects.toMatchObject({ code: 'REQUEST_FINAL', status: 409 });
    expect(await acme.get(`/requests/by-number/${request.number}`)).toMatchObject({ id: request.id });
  });

  it('lists in the application what was mailed, and remembers what was read', async () => {
    const { items } = await acme.get<View<'NotificationList'>>('/notifications');
    expect(items.length).toBeGreaterThan(2);
    await acme.post(`/notifications/${items[0]!.id}/read`);
    const after = await acme.get<View<'NotificationList'>>('/notifications');
    expect(after.items.find((n) => n.id === items[0]!.id)!.readAt).not.toBeNull();
  });
});
