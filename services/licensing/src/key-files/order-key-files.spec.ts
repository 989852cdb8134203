import {
  getKeyFile,
  getKeyFileV1,
  getLicense,
  keyFilesOrdered,
  makeKeyFileArchive,
  orderKeyFiles,
} from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { codeOf, eventually } from '@tessera/platform/testing';
import { strFromU8, unzipSync } from 'fflate';
import { LicensingWorld, products } from '../../test/factories.js';
import { openKeyFile } from '../signing/index.js';

let world: LicensingWorld;
beforeAll(async () => void (world = await LicensingWorld.start()));
afterAll(() => world.stop());
// Mails to one address are few; these tests are no neighbours of each other.
beforeEach(() => world.test.query('truncate attempt_window'));

const email = 'admin@acme.example';

/** Orders, hears the event, and opens the archive as the mail's reader would. */
async function archiveOf(activationCode: string, language = 'en') {
  const seen = world.test.emitted(keyFilesOrdered).length;
  await world.test.ask(orderKeyFiles, { activationCode, email }, null, { language });
  const { data } = await eventually(() => {
    const told = world.test.emitted(keyFilesOrdered);
    expect(told.length).toBeGreaterThan(seen);
    return told.at(-1)!;
  });
  const archive = await world.test.ask(makeKeyFileArchive, { keyFileOrderId: data.keyFileOrderId }, null);
  const files = Object.entries(unzipSync(Buffer.from(archive.zip, 'base64'))).map(
    ([name, bytes]) => [name, strFromU8(bytes)] as const,
  );
  return { archive, files: new Map(files) };
}

describe('POST /key-files', () => {
  it('[LIC-027][LIC-029][LIC-030] orders an archive of the key files and the list, for the address given', async () => {
    const { archive, files } = await archiveOf(await world.code({ productId: products.suite }), 'de');
    expect(archive).toMatchObject({
      email,
      language: 'de',
      fileName: `${archive.serialNumber}.zip`,
      products: ['Endpoint Shield', 'Endpoint Shield EDR'],
    });
    expect([...files.keys()]).toHaveLength(3);
    const list = files.get('Compatibility_List.txt')!;
    for (const name of files.keys()) if (name.endsWith('.key')) expect(list).toContain(name);
    expect(list).toMatch(/Endpoint Shield EDR.* [0-9A-F]{8}\.key/);
  });

  it('[LIC-012][LIC-033] signs one key file for each product, with software, customer and terms', async () => {
    const code = await world.code({ productId: products.suite, seats: 7, companyName: 'Acme Söhne GmbH' });
    const { archive, files } = await archiveOf(code);
    const opened = [...files]
      .filter(([name]) => name.endsWith('.key'))
      .map(([, text]) => openKeyFile(text, world.rootPublicKey));
    expect(opened).toMatchObject([
      {
        ok: true,
        content: { product: { id: products.endpointShield }, seats: 7, licensee: 'Acme Söhne GmbH' },
      },
      { ok: true, content: { product: { id: products.edr }, serialNumber: archive.serialNumber } },
    ]);
  });

  it('[LIC-021] makes the same files again, and serves them in the portal byte for byte', async () => {
    const owner = world.owner();
    const license = await world.license(owner);
    const { files } = await archiveOf(license.activationCode);
    expect((await archiveOf(license.activationCode)).files).toEqual(files);
    const name = license.keyFiles[0]!.name;
    const served = await world.test.ask(getKeyFile, { id: license.id, name }, owner);
    expect(served).toEqual({ name, text: files.get(name) });
  });

  it('orders once for the same idempotency key', async () => {
    const input = { activationCode: await world.code(), email: 'once@acme.example' };
    const more = { idempotencyKey: uuidv7() };
    for (let n = 0; n < 3; n++) expect(await world.test.ask(orderKeyFiles, input, null, more)).toEqual({});
    const orders = await world.test.query('select id from key_file_order where email = $1', [input.email]);
    expect(orders).toHaveLength(1);
    const other = { ...input, email: 'other@acme.example' };
    expect(await codeOf(world.test.ask(orderKeyFiles, other, null, more))).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('[LIC-027] makes the files for a company of two hundred characters, whatever they are', async () => {
    for (const companyName of ['😀'.repeat(129), '𠮷'.repeat(200), '\ufdfa'.repeat(200)]) {
      const { files } = await archiveOf(await world.code({ companyName }));
      const [text] = [...files].find(([name]) => name.endsWith('.key'))!.slice(1);
      expect(openKeyFile(text!, world.rootPublicKey)).toMatchObject({ content: { licensee: companyName } });
    }
  });

  it('promises no mail of files that cannot be signed, and refuses every request for them', async () => {
    const owner = world.owner();
    const license = await world.license(owner);
    const { id, activationCode, keyFiles, orderNumber } = license;
    const order = () => world.test.ask(orderKeyFiles, { activationCode, email }, null);
    await world.test.query(
      'update license_order set company_name = repeat($2, 300) where order_number = $1',
      [orderNumber, 'x'],
    );
    const seen = world.test.emitted(keyFilesOrdered).length;
    expect(await codeOf(order())).toBe('KEY_FILES_NOT_SIGNABLE');
    const name = keyFiles[0]!.name;
    expect(await codeOf(world.test.ask(getKeyFile, { id, name }, owner))).toBe('KEY_FILES_NOT_SIGNABLE');
    expect(world.test.emitted(keyFilesOrdered)).toHaveLength(seen);
  });

  it('refuses the archive of an earlier order when its files are not handed out any more', async () => {
    const license = await world.license(world.owner());
    const archive = async () => {
      const [{ id }] = (await world.test.query('select id from key_file_order order by id desc limit 1')) as [
        { id: string },
      ];
      return codeOf(world.test.ask(makeKeyFileArchive, { keyFileOrderId: id }, null));
    };
    await world.test.ask(orderKeyFiles, { activationCode: license.activationCode, email }, null);
    expect(await archive()).toBe('OK');
    await world.test.query(`delete from key_file where name like $1 || '%'`, [license.serialNumber]);
    await world.test.query(
      'update license_order set company_name = repeat($2, 300) where order_number = $1',
      [license.orderNumber, 'x'],
    );
    expect(await archive()).toBe('KEY_FILES_NOT_SIGNABLE');
    await world.block(license.id);
    expect(await archive()).toBe('LICENSE_BLOCKED');
  });

  it('refuses unknown codes, and licenses that may not be used', async () => {
    const order = (activationCode: string) =>
      codeOf(world.test.ask(orderKeyFiles, { activationCode, email }, null));
    expect(await order('12345')).toBe('CODE_MALFORMED');
    expect(await order(world.madeUpCode())).toBe('CODE_UNKNOWN');
    const license = await world.license(world.owner());
    await world.block(license.id);
    expect(await order(license.activationCode)).toBe('LICENSE_BLOCKED');
    const old = await world.license(world.owner());
    await world.expire(old.serialNumber);
    expect(await order(old.activationCode)).toBe('LICENSE_EXPIRED');
  });
});

describe('mails with key files', () => {
  let serial = 0;
  const someAddress = () => `192.0.2.${++serial}`;
  const order = (activationCode: string, to: string, clientAddress: string) =>
    codeOf(world.test.ask(orderKeyFiles, { activationCode, email: to }, null, { clientAddress }));

  it('go to one address three times an hour, in any case of its letters, also when they are ordered concurrently', async () => {
    const code = await world.code();
    const from = someAddress();
    const codes = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        order(code, n % 2 ? 'victim@x.example' : 'Victim@X.example', from),
      ),
    );
    expect(codes.filter((c) => c === 'OK')).toHaveLength(3);
    expect(codes.filter((c) => c === 'TOO_MANY_REQUESTS')).toHaveLength(37);
  });

  it('are not used up by a stranger, nor without a bound', async () => {
    const [mine, his] = [await world.code(), await world.code()];
    for (let n = 0; n < 3; n++) await order(his, 'owner@x.example', '198.51.100.1');
    expect(await order(mine, 'owner@x.example', '198.51.100.1')).toBe('OK');
    expect(await order(mine, 'owner@x.example', '198.51.100.2')).toBe('OK');
    let sent = 5;
    for (let n = 0; n < 40; n++) if ((await order(his, 'owner@x.example', someAddress())) === 'OK') sent += 1;
    expect(sent).toBeLessThanOrEqual(12);
  });
});

describe('GET /licenses/:id/key-files/:name', () => {
  it('[LIC-064] has no file of another name or another company, nor of a blocked license', async () => {
    const owner = world.owner();
    const license = await world.license(owner);
    const { id } = license;
    const name = license.keyFiles[0]!.name;
    const get = (as: typeof owner, asked = name) =>
      codeOf(world.test.ask(getKeyFile, { id, name: asked }, as));
    expect(await get(owner)).toBe('OK');
    expect(await get(owner, '../etc/passwd')).toBe('NOT_FOUND');
    expect(await get(world.owner())).toBe('NOT_FOUND');
    await world.block(id);
    expect(await get(owner)).toBe('LICENSE_BLOCKED');
  });

  it('requires the right to see the code: a key file activates as the code does', async () => {
    const owner = world.owner();
    const { id, keyFiles } = await world.license(owner);
    const name = keyFiles[0]!.name;
    const others = { ...owner, role: 'administrator', rights: ['requests.manage', 'devices.manage'] };
    for (const contract of [getKeyFile, getKeyFileV1]) {
      const get = (as: typeof owner) => codeOf(world.test.ask(contract, { id, name }, as));
      expect(await get({ ...others, rights: ['licenses.manage'] })).toBe('OK');
      expect(await get(others)).toBe('RIGHT_MISSING');
      expect(await get({ ...owner, role: 'device_member', rights: [] })).toBe('RIGHT_MISSING');
    }
    expect((await world.test.ask(getLicense, { id }, others)).keyFiles).toEqual([]);
  });
});
