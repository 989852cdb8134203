import { verifyKeyFile } from '@tessera/license';
import { unzipSync } from 'fflate';
import type { Api } from '../../tools/world/api.mjs';
import type { View } from '../../portal/src/api/client.js';
import { orderCode, owner, productId } from '../world/people.js';
import { sharedVendor } from '../world/shared-vendor.js';
import type { World } from '../world/world.js';

describe('key files', () => {
  let world: World;
  let acme: Api;
  let license: View<'LicenseView'>;
  let shield: string;
  let code: string;

  beforeAll(async () => {
    const vendor = await sharedVendor();
    world = vendor.world;
    shield = await productId(world, 'Endpoint Shield');
    code = await orderCode(world, vendor.licenses, { companyName: 'Key Files GmbH' });
    acme = await owner(world, 'owner@key-files.example', code, { companyName: 'Key Files GmbH' });
    license = (await acme.get<View<'LicenseList'>>('/licenses')).items[0]!;
  });

  let files: Record<string, Uint8Array>;
  let keyFile: string;

  it('[LIC-027][LIC-028][LIC-029][LIC-030] are mailed as an archive with a compatibility list, to whoever has the code', async () => {
    const to = 'admin@branch.example';
    expect(
      (
        await world.api().send('POST', '/key-files', {
          activationCode: code.toLowerCase().replaceAll('-', ' '),
          email: to,
        })
      ).status,
    ).toBe(202);
    const mail = await world.mail.wait(to);
    const archive = mail.attachments!.find((a) => a.fileName.endsWith('.zip'))!;
    files = unzipSync(await world.mail.attachment(mail, archive.fileName));
    const names = Object.keys(files);
    expect(names).toContain('Compatibility_List.txt');
    const key = names.find((n) => /^[0-9A-Z]{8}\.key$/.test(n))!;
    expect(Buffer.from(files['Compatibility_List.txt']!).toString()).toContain(key);
    keyFile = Buffer.from(files[key]!).toString();
  });

  it('[EDG-003] verify without a network, with the root public key alone', () => {
    expect(verifyKeyFile(keyFile, { rootPublicKey: world.rootPublicKey, productId: shield })).toMatchObject({
      ok: true,
      license: { seats: 10 },
    });
  });

  it('show that key to everybody, and caches may keep it', async () => {
    const answer = await world.api().send('GET', '/root-key');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=3600');
    expect(await answer.json()).toEqual({
      items: [{ keyId: expect.stringMatching(/^[\w-]{16}$/), pem: world.rootPublicKey }],
    });
  });

  it('[EDG-003] are refused with a reason of its own: changed, other product, too late', async () => {
    const options = { rootPublicKey: world.rootPublicKey, productId: shield };
    const changed = keyFile.replace(/[A-Za-z](?=[A-Za-z0-9_-]{20,}\n)/, (c) => (c === 'A' ? 'B' : 'A'));
    const codeOf = (result: ReturnType<typeof verifyKeyFile>) => (result.ok ? 'OK' : result.code);
    expect(codeOf(verifyKeyFile(changed, options))).toBe('KEY_FILE_TAMPERED');
    expect(
      codeOf(verifyKeyFile(keyFile, { ...options, productId: await productId(world, 'Cloud Guard') })),
    ).toBe('KEY_FILE_WRONG_PRODUCT');
    expect(codeOf(verifyKeyFile(keyFile, { ...options, now: new Date(Date.now() + 400 * 86_400_000) }))).toBe(
      'KEY_FILE_EXPIRED',
    );
  });

  it('[LIC-064] can be downloaded from the license, as an attachment', async () => {
    const answer = await acme.send('GET', `/licenses/${license.id}/key-files/${license.keyFiles[0]!.name}`);
    expect(answer.headers.get('content-disposition')).toContain(`filename=${license.keyFiles[0]!.name}`);
    expect(
      verifyKeyFile(await answer.text(), { rootPublicKey: world.rootPublicKey, productId: shield }).ok,
    ).toBe(true);
  });
});
