import { linkPurposes, linkRequested } from '@tessera/contracts';
import { eventually } from '@tessera/platform/testing';
import { World } from '../../test/factories.js';
import { OnLinkRequested } from './link-requested.js';

describe('a requested link', () => {
  let world: World;
  beforeAll(async () => (world = await World.start()));
  afterAll(() => world.stop());

  it.each([
    ['[NOT-002][NOT-013] activation', 'activation', 'Activate your account at Northwind Security'],
    ['[NOT-003] password reset', 'password_reset', 'Set a new password'],
    ['[NOT-014] invitation', 'invitation', 'Invitation to the portal of Northwind Security from “Acme GmbH”'],
    ['staff invitation', 'staff_invitation', 'Your account in the staff console of Northwind Security'],
  ] as const)('is mailed: %s', async (_what, purpose, subject) => {
    const link = world.link({ purpose, companyName: 'Acme GmbH', inviterName: 'Bea Old' });
    await world.service.publish(linkRequested, { linkId: link.linkId, purpose });
    const mail = await eventually(
      () => world.mailbox.to(link.email)[0] ?? Promise.reject(new Error('no mail')),
    );
    expect(mail.subject).toBe(subject);
    expect(mail.text).toContain(link.url);
    expect(mail.html).toContain(link.url);
  });

  it('[NOT-014] names the inviter, and the vendor where the link has none', async () => {
    const named = world.link({ purpose: 'invitation', companyName: 'Acme GmbH', inviterName: 'Bea Old' });
    const nameless = world.link({ purpose: 'invitation' });
    for (const { linkId } of [named, nameless]) {
      await world.service.publish(linkRequested, { linkId, purpose: 'invitation' });
    }
    await eventually(() => expect(world.mailbox.received).toHaveLength(2 + linkPurposes.length));
    expect(world.mailbox.to(named.email)[0]!.text).toContain(
      '“Bea Old” invites you to the account of “Acme GmbH”',
    );
    expect(world.mailbox.to(nameless.email)[0]!.text).toContain('“Northwind Security” invites you');
  });

  it('fails for a purpose that it has no mail for, so that a newer release can replay it', async () => {
    const consumer = new OnLinkRequested({} as never);
    const event = { data: { linkId: '', purpose: 'teleport' } } as never;
    await expect(consumer.handle(event, {} as never)).rejects.toThrow('teleport');
  });
});
