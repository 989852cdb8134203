import { join } from 'node:path';
import { accessibility } from './browser.js';
import { Acme, heading, shoot } from './acme.js';

describe('licenses in the portal', () => {
  let acme: Acme;

  beforeAll(async () => {
    acme = await Acme.start();
  });
  afterEach(async () => {
    expect(await acme.close()).toEqual([]);
  });
  afterAll(async () => {
    await acme?.stop();
  });

  it('[LIC-061][LIC-063][LIC-067] adds a license by a code pasted in any shape, shows it, and removes it again', async () => {
    const code = await acme.order({ product: 'Mobile Shield' });
    const page = await acme.open();
    await page.getByRole('link', { name: 'Licenses', exact: true }).click();
    await page.getByRole('link', { name: 'Add license' }).click();
    await heading(page, 'Add license');
    const field = page.getByLabel('Activation code', { exact: true });
    await field.fill(`${code.slice(0, 22)}`);
    await page.getByText('character is missing').waitFor();
    await field.fill(code.toLowerCase().replaceAll('-', '  '));
    await page.getByText('Code looks good.').waitFor();
    await page.getByRole('button', { name: 'Add license' }).click();
    await heading(page, 'Mobile Shield');
    await page.getByText(code, { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Remove' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('you get no support for Mobile Shield').waitFor();
    await shoot(page, 'remove');
    expect(await accessibility(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Remove license' }).click();
    await heading(page, 'Licenses');
    await page.getByRole('link', { name: 'Endpoint Shield', exact: true }).waitFor();
    expect(await page.getByRole('link', { name: 'Mobile Shield' }).count()).toBe(0);
  });

  it('[LIC-062] adds a license by its key file', async () => {
    const code = await acme.order({ product: 'Endpoint Shield EDR' });
    const added = (await acme.api.post('/licenses', { activationCode: code })) as {
      id: string;
      keyFiles: { name: string }[];
    };
    const { name } = added.keyFiles[0]!;
    const page = await acme.open();
    await page.goto(`/licenses/${added.id}`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: `Download ${name}` }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(name);
    const path = join(acme.world.home, name);
    await download.saveAs(path);
    await acme.api.delete(`/licenses/${added.id}`);

    await page.goto('/licenses/add');
    await page.getByLabel('a key file (.key)').check();
    await page.locator('input[type=file]').setInputFiles(path);
    await page.getByText(name).waitFor();
    await page.getByRole('button', { name: 'Add license' }).click();
    await heading(page, 'Endpoint Shield EDR');
    await page.getByText('Added by key file').waitFor();
  });

  it.each([
    ['that nobody has', () => '7QK3M-9XW4T-B6HRV-NPCAR', 'Unknown code'],
    [
      'that is added already',
      async () => {
        const activationCode = await acme.order({ product: 'Cloud Guard' });
        await acme.api.post('/licenses', { activationCode });
        return activationCode;
      },
      'Already added',
    ],
  ])('says why a code %s is not taken, and what to do', async (_name, make, words) => {
    const code = await make();
    const page = await acme.open();
    await page.goto('/licenses/add');
    await page.getByLabel('Activation code', { exact: true }).fill(code);
    await page.getByRole('button', { name: 'Add license' }).click();
    await page.getByRole('alert').getByText(words).waitFor();
    await shoot(page, `refused-${words.length}`);
    expect(await accessibility(page)).toEqual([]);
  });

  it('[LIC-065] filters by state and sorts by expiry date, and the address says how', async () => {
    const page = await acme.open();
    await page.goto('/licenses');
    await page.getByRole('button', { name: 'Not activated' }).click();
    await page.getByRole('link', { name: 'Endpoint Shield', exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Blocked' }).click();
    await page.getByText('No licenses with this status.').waitFor();
    await page.getByRole('button', { name: 'Active', exact: true }).click();
    await page.getByRole('link', { name: 'Endpoint Shield', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Expiring soonest' }).click();
    expect(new URL(page.url()).search).toBe('?status=active&sort=-expiresAt');
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Expiring latest');
    await page.reload();
    expect(await page.getByRole('button', { name: 'Active', exact: true }).getAttribute('aria-pressed')).toBe(
      'true',
    );
  });

  it('[LIC-064][LIC-069] shows everything about a license, live, and releases a seat', async () => {
    const page = await acme.open();
    await page.goto('/licenses?status=active');
    await page.getByRole('link', { name: 'Endpoint Shield', exact: true }).click();
    await heading(page, 'Endpoint Shield');
    for (const label of ['Serial number', 'Order number', 'Added on', 'Activation code'])
      await page.getByText(label, { exact: true }).first().waitFor();
    await page.getByRole('heading', { name: 'Compatible applications' }).waitFor();
    await page.getByText('1 of 2 seats taken').waitFor();
    await shoot(page, 'license');
    await page.getByRole('button', { name: 'Release seat: ACME-WS-001' }).click();
    await page.getByRole('dialog').getByText('their next check fails').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Release' }).click();
    await page.getByText('0 of 2 seats taken').waitFor();
    await page.getByText('No device uses this license.').waitFor();
  });

  it('[LIC-024] masks the code for somebody without the right, and offers nothing that would be refused', async () => {
    const page = await acme.open(Acme.member);
    await page.goto('/licenses');
    await page.getByRole('link', { name: 'Endpoint Shield', exact: true }).click();
    await page.getByText('Only people who manage licenses see the whole code.').waitFor();
    expect(await page.getByRole('button', { name: 'Remove' }).count()).toBe(0);
    await page.goto('/licenses/add');
    await page.getByText('but not add any').waitFor();
    expect(await page.getByRole('button', { name: 'Add license' }).count()).toBe(0);
  });
});
