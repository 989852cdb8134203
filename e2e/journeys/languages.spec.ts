import { eventually } from '@tessera/platform/testing';
import { orderCode, owner } from '../world/people.js';
import { sharedVendor } from '../world/shared-vendor.js';

it('mails and tells each person in the own language, as text and as HTML', async () => {
  const { world, licenses } = await sharedVendor();
  const email = 'eva@initech.example';
  const activationCode = await orderCode(world, licenses, { companyName: 'Initech AG' });
  const eva = await owner(world, email, activationCode, {
    companyName: 'Initech AG',
    language: 'de',
    firstName: 'Eva',
  });
  const mails = await world.mail.all(email);
  expect(mails[0]!.text).toMatch(/Passwort/);
  expect(mails[0]!.html).toMatch(/<html[^>]+lang="de"/);
  await eventually(async () => {
    const { items } = await eva.get('/notifications');
    expect(items.length).toBeGreaterThan(0);
    expect(JSON.stringify(items)).toMatch(/Lizenz/);
  });
});
