import {
  commandChanged,
  deviceDisconnected,
  deviceEnrolled,
  invitationAccepted,
  licenseAdded,
  licenseBlocked,
  licenseNotClaimed,
  licenseRemoved,
  listNotifications,
  notificationCreated,
  passwordChanged,
  refreshTokenReused,
  requestAnswered,
  requestRegistered,
  userActivated,
  type Contact,
} from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { eventually } from '@tessera/platform/testing';
import { World } from '../../test/factories.js';
import type { Received } from '../../test/received.js';

describe('events', () => {
  let world: World;
  beforeAll(async () => (world = await World.start()));
  afterAll(() => world.stop());

  const mailTo = (person: Contact, nth = 0): Promise<Received> =>
    eventually(() => world.mailbox.to(person.email)[nth] ?? Promise.reject(new Error('no mail')));
  const notificationsIn = (language: string, { userId, companyId }: Contact, count = 1) =>
    eventually(async () => {
      const actor = world.service.identity.actor({ userId, companyId });
      const { items } = await world.service.ask(listNotifications, {}, actor, { language });
      expect(items).toHaveLength(count);
      return items;
    });

  /** Also those that are not sent yet; they are written together with the notifications. */
  const mailsQueuedFor = async ({ userId }: Contact): Promise<number> =>
    (await world.service.query('select 1 from mail where recipient_id = $1', [userId])).length;

  it('[NOT-002] welcome the person of an activated account, in the language of the account', async () => {
    const person = world.person({ language: 'de-AT', firstName: 'Jörg' });
    await world.service.publish(userActivated, { userId: person.userId, companyId: person.companyId });
    const mail = await mailTo(person);
    expect(mail.header('To')).toBe(`Jörg Young <${person.email}>`);
    expect(mail.subject).toBe('Ihr Konto bei Northwind Security ist bereit');
    expect(mail.text).toContain('Guten Tag Jörg,');
    expect(await notificationsIn('de', person)).toMatchObject([
      { kind: 'welcome', title: 'Ihr Konto ist bereit', readAt: null },
    ]);
  });

  it('[IDC-021] say why a license could not be added at the registration, and what to do', async () => {
    const person = world.person({ companyId: null });
    await world.service.publish(licenseNotClaimed, {
      userId: person.userId,
      reason: 'LICENSE_ALREADY_ADDED',
    });
    const mail = await mailTo(person);
    expect(mail.text).toMatch(/you can sign in.*belongs to another company account already/);
    expect(mail.text).toMatch(/found it after signing in.*with this license.*or without/);
    expect((await notificationsIn('en', person))[0]!.text).toContain(
      'belongs to another company account already',
    );
  });

  it('[NOT-003] report a changed password, with its time', async () => {
    const person = world.person();
    await world.service.publish(
      passwordChanged,
      { userId: person.userId },
      { occurredAt: '2026-11-21T08:00:00.000Z' },
    );
    expect((await mailTo(person)).text).toContain('changed on');
    expect(await notificationsIn('en', person)).toMatchObject([{ kind: 'password_changed' }]);
  });

  it('report by mail alone, in each language, a session that was ended since a spent token came back', async () => {
    for (const [language, words] of [
      ['en', /ended a session of your account on \w+ \d+, \d{4} at \d+:\d\d [AP]M UTC/],
      ['de', /haben am \d+\. \S+ \d{4} um \d\d:\d\d UTC eine Sitzung Ihres Kontos beendet/],
    ] as const) {
      const person = world.person({ language });
      await world.service.publish(refreshTokenReused, { userId: person.userId, sessionId: uuidv7() });
      expect((await mailTo(person)).text.replace(/\s+/g, ' ')).toMatch(words);
      expect(await notificationsIn(language, person, 0)).toEqual([]);
    }
  });

  it('[IDC-079][NOT-018] report a new member to the inviting administrator and the owner', async () => {
    const companyId = uuidv7();
    const owner = world.person({ companyId, role: 'owner', language: 'de' });
    const inviter = world.person({ companyId, role: 'administrator' });
    const colleague = world.person({ companyId, role: 'administrator' });
    const joined = { invitationId: uuidv7(), userId: uuidv7(), userName: 'Max New', companyId };
    await world.service.publish(invitationAccepted, { ...joined, inviterId: inviter.userId });
    expect((await mailTo(owner)).subject).toBe('„Max New“ gehört jetzt zu Ihrer Firma');
    expect((await mailTo(inviter)).subject).toBe('“Max New” has joined your company');
    expect(await notificationsIn('en', inviter)).toMatchObject([{ topic: 'user', topicId: joined.userId }]);
    await notificationsIn('en', owner);
    await notificationsIn('en', colleague, 0);
    expect(await Promise.all([owner, inviter, colleague].map(mailsQueuedFor))).toEqual([1, 1, 0]);
  });

  it('[NOT-018] report a new member once to an owner who is the inviter', async () => {
    const owner = world.person({ role: 'owner' });
    await world.service.publish(invitationAccepted, {
      invitationId: uuidv7(),
      inviterId: owner.userId,
      userId: uuidv7(),
      userName: 'Max New',
      companyId: owner.companyId!,
    });
    await mailTo(owner);
    await notificationsIn('en', owner, 1);
    expect(await mailsQueuedFor(owner)).toBe(1);
  });

  it('[NOT-004] make one mail of the licenses of one purchase, and a notification of each', async () => {
    const person = world.person();
    const facts = {
      userId: person.userId,
      serialNumber: '7F-1',
      expiresAt: '2027-11-21T00:00:00.000Z',
      atRegistration: false,
    };
    const licenseIds = [uuidv7(), uuidv7(), uuidv7()];
    for (const [i, productName] of ['Endpoint Shield', 'Cloud Guard', 'Mobile Shield'].entries()) {
      const license = { ...facts, licenseId: licenseIds[i]!, productName };
      await world.service.publish(licenseAdded, license, { companyId: person.companyId });
    }
    const mail = await mailTo(person);
    for (const product of ['Endpoint Shield', 'Cloud Guard', 'Mobile Shield'])
      expect(mail.text).toContain(product);
    expect(mail.text).toMatch(/Serial number: 7F-1/);
    const shown = await notificationsIn('en', person, 3);
    expect(shown.map((n) => n.topicId).sort()).toEqual(licenseIds.sort());
    expect(await mailsQueuedFor(person)).toBe(1);
  });

  it('[NOT-004] confirm to a person that a license was removed', async () => {
    const person = world.person();
    const license = { licenseId: uuidv7(), productName: 'Endpoint Shield', serialNumber: '7F-3' };
    await world.service.publish(
      licenseRemoved,
      { ...license, userId: person.userId },
      { companyId: person.companyId },
    );
    expect((await mailTo(person)).subject).toBe('License removed: Endpoint Shield');
    expect(await notificationsIn('de', person)).toMatchObject([
      { title: 'Lizenz entfernt: Endpoint Shield', topicId: license.licenseId },
    ]);
  });

  it('report a blocked license to the people who manage licenses, each in the own language', async () => {
    const companyId = uuidv7();
    const people = [world.person({ companyId, role: 'owner' }), world.person({ companyId, language: 'de' })];
    const license = { licenseId: uuidv7(), productName: 'Endpoint Shield', serialNumber: '7F-2' };
    await world.service.publish(licenseBlocked, license, { companyId });
    expect((await mailTo(people[0]!)).subject).toBe('License blocked: Endpoint Shield');
    expect((await mailTo(people[1]!)).subject).toBe('Lizenz gesperrt: Endpoint Shield');
    await notificationsIn('en', people[1]!);
  });

  it('[NOT-005][SUP-046] report a registered request with its number in the subject', async () => {
    const author = world.person();
    const ids = world.brief({ number: 'INC-000777', subject: 'Scanner stops', authorId: author.userId });
    await world.service.publish(
      requestRegistered,
      { requestId: ids.requestId, number: 'INC-000777', authorId: author.userId },
      { companyId: author.companyId },
    );
    const mail = await mailTo(author);
    expect(mail.subject).toBe('[INC-000777] Your request was registered: Scanner stops');
    expect(mail.text).toContain(`https://portal.vendor.example/requests/${ids.requestId}`);
    expect(await notificationsIn('en', author)).toMatchObject([
      {
        kind: 'request_registered',
        title: 'Request INC-000777 was registered',
        topic: 'request',
        topicId: ids.requestId,
      },
    ]);
  });

  it('[NOT-008] mail the answer of support with what it asks for', async () => {
    const author = world.person({ language: 'de' });
    const { requestId, messageId } = world.brief({
      text: 'Welche Version?\nUnd seit wann?',
      authorId: author.userId,
    });
    const answered = {
      requestId,
      messageId,
      number: 'INC-000123',
      authorId: author.userId,
      status: 'awaiting_reply',
    };
    await world.service.publish(requestAnswered, answered, { companyId: author.companyId });
    const mail = await mailTo(author);
    expect(mail.subject).toBe('[INC-000123] Antwort vom Support: Scanner stops');
    expect(mail.text).toMatch(/Welche Version\?\r?\nUnd seit wann\?/);
    expect(mail.html).toMatch(/Welche Version\?<br>\r?\nUnd seit wann\?/);
    expect(mail.text).toContain('Der Support wartet auf Ihre Antwort.');
    expect((await notificationsIn('en', author))[0]).toMatchObject({
      kind: 'request_answered',
      text: 'Support is waiting for your answer.',
    });
  });

  it('report devices and finished commands in the portal alone', async () => {
    const person = world.person();
    const { userId, companyId } = person;
    const device = { deviceId: uuidv7(), deviceName: 'Laptop 7', userId };
    await world.service.publish(deviceEnrolled, device, { companyId });
    await world.service.publish(deviceDisconnected, device, { companyId });
    for (const state of ['delivered', 'running', 'succeeded']) {
      await world.service.publish(
        commandChanged,
        { ...device, commandId: uuidv7(), kind: 'quick_scan', state },
        { companyId },
      );
    }
    const shown = await notificationsIn('en', person, 3);
    expect(shown.map((n) => `${n.title}. ${n.text}`).sort()).toEqual([
      'Quick scan on “Laptop 7”. The command succeeded.',
      '“Laptop 7” is connected. The device has joined your account.',
      '“Laptop 7” is disconnected. The device has left your account; its licenses stay.',
    ]);
    expect(await mailsQueuedFor(person)).toBe(0);
  });

  it('announce a new notification to the clients of its person alone', async () => {
    const person = world.person();
    await world.service.publish(userActivated, { userId: person.userId, companyId: person.companyId });
    const id = (await notificationsIn('en', person))[0]!.id;
    await eventually(() =>
      expect(world.service.emitted(notificationCreated)).toContainEqual(
        expect.objectContaining({
          userId: person.userId,
          companyId: person.companyId,
          data: { notificationId: id },
        }),
      ),
    );
  });
});
