import { keyFilesOrdered, linkRequested, userActivated } from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { eventually } from '@tessera/platform/testing';
import { World } from '../../test/factories.js';

describe('the sender', () => {
  let world: World;
  beforeAll(
    async () =>
      (world = await World.start({ MAIL_ATTEMPTS: '3', MAIL_REPLY_TO: 'Help <help@vendor.example>' }, 2)),
  );
  afterAll(() => world.stop());

  const request = (linkId: string, purpose = 'activation', id?: string) =>
    world.service.publish(linkRequested, { linkId, purpose }, id ? { id, msgId: uuidv7() } : {});
  const mailOf = async (linkId: string) => {
    const [row] = await world.service.query<{ id: string; state: string; attempts: number; facts: object }>(
      `select * from mail where facts ->> 'linkId' = $1`,
      [linkId],
    );
    return row!;
  };

  it('[NOT-013][IDC-015] mails a link with a text and an HTML part to one person', async () => {
    const link = world.link({ firstName: 'Zoë' });
    await request(link.linkId);
    const [mail] = await eventually(() => {
      const mails = world.mailbox.to(link.email);
      expect(mails).toHaveLength(1);
      return mails;
    });
    expect(mail!.to).toEqual([link.email]);
    expect(mail!.header('From')).toBe('Northwind Security <no-reply@vendor.example>');
    expect(mail!.header('Reply-To')).toBe('Help <help@vendor.example>');
    expect(mail!.header('Auto-Submitted')).toBe('auto-generated');
    expect(mail!.header('Message-ID')).toBe(`<${(await mailOf(link.linkId)).id}@vendor.example>`);
    expect(mail!.text).toContain('Hello Zoë,');
    expect(mail!.text).toContain(link.url);
    expect(mail!.html).toContain(`href="${link.url}"`);
  });

  it('[NOT-013] says until when the link is valid', async () => {
    const link = world.link({ expiresAt: '2026-12-24T18:05:00.000Z', language: 'de' });
    await request(link.linkId);
    const mail = await eventually(
      () => world.mailbox.to(link.email)[0] ?? Promise.reject(new Error('no mail')),
    );
    expect(mail.text).toContain('24. Dezember 2026 um 18:05 UTC');
  });

  it('keeps no secret: neither in the event nor in its table', async () => {
    const link = world.link({ url: 'https://portal.vendor.example/activate#token=s3cr3t-t0ken' });
    await request(link.linkId);
    await eventually(() => expect(world.mailbox.to(link.email)).toHaveLength(1));
    expect((await mailOf(link.linkId)).facts).toEqual({ linkId: link.linkId });
    for (const table of ['mail', 'notification', 'announcement', 'outbox', 'inbox']) {
      const [row] = await world.service.query<{ n: number }>(
        `select count(*)::int as n from ${table} t where t::text like '%s3cr3t%' or t::text like $1`,
        [`%${link.email}%`],
      );
      expect([table, row!.n]).toEqual([table, 0]);
    }
  });

  it('sends one mail for an event that is delivered twice', async () => {
    const link = world.link();
    const id = uuidv7();
    await request(link.linkId, 'activation', id);
    await request(link.linkId, 'activation', id);
    const other = world.link();
    await request(other.linkId);
    await eventually(() => expect(world.mailbox.to(other.email)).toHaveLength(1));
    await eventually(async () => expect(await mailOf(link.linkId)).toMatchObject({ state: 'sent' }));
    expect(world.mailbox.to(link.email)).toHaveLength(1);
  });

  it('repeats a mail with the same Message-ID when the server took it but could not say so', async () => {
    const link = world.link();
    world.mailbox.verdicts.push('take and hang up');
    await request(link.linkId);
    const mails = await eventually(() => {
      const all = world.mailbox.to(link.email);
      expect(all).toHaveLength(2);
      return all;
    });
    expect(mails[0]!.header('Message-ID')).toBe(mails[1]!.header('Message-ID'));
  });

  it('tries again when the server is not ready, and asks for the link again', async () => {
    const link = world.link();
    world.mailbox.verdicts.push('defer');
    await request(link.linkId);
    await eventually(() => expect(world.mailbox.to(link.email)).toHaveLength(1));
    expect(world.minted.filter((l) => l === link.linkId)).toHaveLength(2);
  });

  it('waits for identity when it is away', async () => {
    const person = world.person();
    world.identityAway = true;
    await world.service.publish(userActivated, { userId: person.userId, companyId: person.companyId });
    await eventually(async () => {
      const [row] = await world.service.query<{ attempts: number }>(
        `select attempts from mail where recipient_id = $1`,
        [person.userId],
      );
      expect(row!.attempts).toBeGreaterThan(0);
    });
    world.identityAway = false;
    await eventually(() => expect(world.mailbox.to(person.email)).toHaveLength(1));
  });

  it('gives a mail up that the server refuses for good, and shows it in the metrics', async () => {
    const link = world.link();
    world.mailbox.verdicts.push('refuse');
    await request(link.linkId);
    await eventually(async () =>
      expect(await mailOf(link.linkId)).toMatchObject({ state: 'failed', attempts: 1 }),
    );
    const metrics = await (
      await fetch(`http://127.0.0.1:${world.service.instances[0]!.healthPort}/metrics`)
    ).text();
    expect(metrics).toMatch(/tessera_mail_tries_total\{template="activation",outcome="failed"\} [1-9]/);
  });

  it('gives a mail up after its last attempt', async () => {
    const link = world.link();
    world.mailbox.verdicts.push('defer', 'defer', 'defer');
    await request(link.linkId);
    await eventually(async () =>
      expect(await mailOf(link.linkId)).toMatchObject({ state: 'failed', attempts: 3 }),
    );
    expect(world.mailbox.to(link.email)).toHaveLength(0);
  });

  it('drops a mail whose link does not exist any more', async () => {
    const link = world.link();
    world.forgetLink(link.linkId);
    await request(link.linkId);
    await eventually(async () =>
      expect(await mailOf(link.linkId)).toMatchObject({ state: 'dropped', attempts: 1 }),
    );
  });

  it.each([
    ['failed', 'KEY_FILES_NOT_SIGNABLE'],
    ['dropped', 'LICENSE_BLOCKED'],
    ['dropped', 'LICENSE_SUPERSEDED'],
  ])(
    'is %s at the first try when licensing answers %s, which no other try would change',
    async (state, code) => {
      const keyFileOrderId = world.refusedArchive(code);
      await world.service.publish(keyFilesOrdered, { keyFileOrderId });
      await eventually(async () => {
        const rows = await world.service.query(`select * from mail where facts ->> 'keyFileOrderId' = $1`, [
          keyFileOrderId,
        ]);
        expect(rows).toMatchObject([{ state, attempts: 1 }]);
      });
    },
  );

  it('sends each of many mails once, with two instances at work', async () => {
    const links = Array.from({ length: 40 }, () => world.link());
    await Promise.all(links.map((l) => request(l.linkId)));
    await eventually(() => {
      for (const l of links) expect(world.mailbox.to(l.email)).toHaveLength(1);
    }, 15_000);
  });

  it('[NOT-021][LIC-028] attaches the archive of key files, in the language of the order', async () => {
    const zip = Buffer.from([0x50, 0x4b, 3, 4, 0, 255, 254, 10, 13]);
    const order = world.archive({
      zip: zip.toString('base64'),
      language: 'de',
      products: ['Endpoint Shield', 'Cloud Guard'],
    });
    await world.service.publish(keyFilesOrdered, { keyFileOrderId: order.keyFileOrderId });
    const mail = await eventually(
      () => world.mailbox.to(order.email)[0] ?? Promise.reject(new Error('no mail')),
    );
    expect(mail.subject).toBe('Ihre Schlüsseldateien für Endpoint Shield und Cloud Guard');
    expect(mail.part('application/zip')).toEqual(zip);
    expect(mail.raw).toMatch(/Content-Disposition: attachment; filename="?key-files\.zip/);
  });
});
