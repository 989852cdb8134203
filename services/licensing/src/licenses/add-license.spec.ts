import { addLicense, getKeyFile, getLicense, licenseAdded, type LicenseView } from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { codeOf, eventually } from '@tessera/platform/testing';
import { LicensingWorld, products } from '../../test/factories.js';

let world: LicensingWorld;
beforeAll(async () => void (world = await LicensingWorld.start({ instances: 2 })));
afterAll(() => world.stop());

async function keyFileOf(owner: ReturnType<LicensingWorld['owner']>, license: LicenseView): Promise<string> {
  const name = license.keyFiles[0]!.name;
  return (await world.test.ask(getKeyFile, { id: license.id, name }, owner)).text;
}

describe('POST /licenses', () => {
  it('[LIC-061][LIC-063][LIC-064] adds a code and shows all that is known of the license', async () => {
    const owner = world.owner();
    const { activationCodes, orderNumber } = await world.order();
    const added = await world.add(owner, activationCodes[0]!);
    expect(added).toEqual({
      id: expect.any(String),
      serialNumber: expect.stringMatching(/^[0-9A-F]{8}$/),
      activationCode: activationCodes[0],
      product: { id: products.endpointShield, name: 'Endpoint Shield' },
      status: 'not_activated',
      seats: { limit: 10, used: 0 },
      startsAt: expect.any(String),
      expiresAt: expect.any(String),
      orderNumber,
      addedAt: expect.any(String),
      keyFiles: [{ name: `${added.serialNumber}.key`, product: 'Endpoint Shield' }],
      supersededBy: null,
    });
    expect(await world.test.ask(getLicense, { id: added.id }, owner)).toEqual(added);
    await eventually(() => {
      const told = world.test.emitted(licenseAdded).filter((e) => e.data.licenseId === added.id);
      expect(told).toMatchObject([
        { companyId: owner.companyId, data: { userId: owner.userId, atRegistration: false } },
      ]);
    });
  });

  it('[LIC-011] takes a code as people type it', async () => {
    const code = await world.code();
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `;
    expect(await world.add(world.owner(), typed)).toMatchObject({ activationCode: code });
  });

  it.each<[string, (code: string) => string]>([
    ['a line end behind it', (c) => `${c}\r\n`],
    ['dashes of a word processor', (c) => `\t${c.replaceAll('-', '\u2013')}\u00a0`],
    ['invisible characters', (c) => `\ufeff${[...c].join('\u200b')}\u00ad`],
    [
      'full width and Cyrillic',
      (c) => c.normalize('NFKC').replaceAll('A', '\uff21').replaceAll('H', '\u041d'),
    ],
  ])('[LIC-011] takes a code that was pasted with %s', async (_, paste) => {
    const code = await world.code();
    expect(await world.add(world.owner(), paste(code))).toMatchObject({ activationCode: code });
  });

  it('[LIC-066][LIC-033] lists a code for two products twice, with one serial number and two key files', async () => {
    const owner = world.owner();
    const added = await world.license(owner, { productId: products.suite });
    const entries = await world.entries(owner);
    expect(entries.map((l) => l.product.name).sort()).toEqual(['Endpoint Shield', 'Endpoint Shield EDR']);
    expect(new Set(entries.map((l) => l.serialNumber)).size).toBe(1);
    expect(new Set(entries.map((l) => l.keyFiles[0]!.name)).size).toBe(2);
    expect(entries.map((l) => l.activationCode)).toEqual([added.activationCode, added.activationCode]);
  });

  it('[LIC-062] adds a key file, which does not reveal the code', async () => {
    const first = world.owner();
    const license = await world.license(first);
    const keyFile = await keyFileOf(first, license);
    await world.remove(first, license.id);
    const second = world.owner();
    const added = await world.test.ask(addLicense, { keyFile }, second);
    expect(added).toMatchObject({
      id: license.id,
      activationCode: null,
      keyFiles: [{ name: `${license.serialNumber}.key` }],
    });
  });

  it('adds by a key file of a bundle that product alone, and the rest by the code later', async () => {
    const former = world.owner();
    const { activationCode } = await world.license(former, { productId: products.suite });
    const entries = await world.entries(former);
    const keyFile = await keyFileOf(former, entries[1]!);
    for (const { id } of entries) await world.remove(former, id);
    const owner = world.owner();
    const [edr] = [await world.test.ask(addLicense, { keyFile }, owner)];
    expect(await world.entries(owner)).toEqual([edr]);
    expect(await codeOf(world.add(world.owner(), activationCode))).toBe('LICENSE_ALREADY_ADDED');
    await world.add(owner, activationCode);
    expect(await world.entries(owner)).toHaveLength(2);
  });

  it('gives a code that two companies add at once to one of them', async () => {
    for (let round = 0; round < 5; round++) {
      const code = await world.code({ productId: products.suite });
      const companies = Array.from({ length: 8 }, () => world.owner());
      const codes = await Promise.all(companies.map((owner) => codeOf(world.add(owner, code))));
      expect(codes.filter((c) => c === 'OK')).toHaveLength(1);
      expect(codes.filter((c) => c === 'LICENSE_ALREADY_ADDED')).toHaveLength(7);
      const lists = await Promise.all(companies.map((owner) => world.entries(owner)));
      expect(lists.map((l) => l.length).filter(Boolean)).toEqual([2]);
    }
  });

  it('answers a repetition with the same key as the first time', async () => {
    const owner = world.owner();
    const input = { activationCode: await world.code() };
    const more = { idempotencyKey: uuidv7() };
    const first = await world.test.ask(addLicense, input, owner, more);
    expect(await world.test.ask(addLicense, input, owner, more)).toEqual(first);
  });

  it.each([
    ['LIC-058', 'LICENSE_EXPIRED', `expires_at = now() - interval '1 second'`],
    ['LIC-052', 'LICENSE_BLOCKED', 'blocked_at = now()'],
    ['LIC-052', 'LICENSE_SUPERSEDED', 'superseded_by = id, blocked_at = now()'],
  ])('[%s] refuses with %s', async (_, code, state) => {
    const owner = world.owner();
    const { activationCodes, id } = await world.order();
    await world.test.query(`update license set ${state} where order_id = $1`, [id]);
    expect(await codeOf(world.add(owner, activationCodes[0]!))).toBe(code);
    expect(await world.entries(owner)).toEqual([]);
  });

  it('refuses what cannot be, in this order', async () => {
    const owner = world.owner();
    const code = await world.code();
    const add = (input: object, as = owner) => codeOf(world.test.ask(addLicense, input, as));
    expect(await add({ activationCode: 'AAAAA-AAAAA' })).toBe('CODE_MALFORMED');
    expect(await add({ activationCode: world.madeUpCode() })).toBe('CODE_UNKNOWN');
    expect(await add({ keyFile: '-----BEGIN TESSERA KEY FILE-----' })).toBe('KEY_FILE_INVALID');
    expect(await add({})).toBe('VALIDATION_FAILED');
    expect(await add({ activationCode: code }, { ...owner, rights: [] })).toBe('RIGHT_MISSING');
    expect(await add({ activationCode: code }, { ...owner, companyId: null })).toBe('COMPANY_REQUIRED');
    expect(await add({ activationCode: code })).toBe('OK');
    expect(await add({ activationCode: code })).toBe('LICENSE_ALREADY_ADDED');
  });

  it.each<[string, (text: string) => string]>([
    ['line ends of Windows and a byte-order mark', (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
    ['line ends of old Macs', (text) => text.replaceAll('\n', '\r')],
    ['no last line end', (text) => text.trimEnd()],
    ['a mail around it', (text) => `Hello\r\n\r\n${text.replaceAll('\n', ' \r\n')}\r\n-- \r\nbye`],
  ])('[LIC-062] adds a key file with %s', async (_, suffer) => {
    const former = world.owner();
    const license = await world.license(former);
    const text = await keyFileOf(former, license);
    await world.remove(former, license.id);
    const added = await world.test.ask(addLicense, { keyFile: suffer(text) }, world.owner());
    expect(added.id).toBe(license.id);
  });

  it('gives the reason for the refusal of a key file: its kind, its damage or its signer', async () => {
    const owner = world.owner();
    const text = await keyFileOf(owner, await world.license(owner));
    const changed = text.replace(
      /Serial-Number: ./,
      (line) => `${line.slice(0, -1)}${line.endsWith('0') ? 1 : 0}`,
    );
    const middle = text.length - 120;
    const reason = async (keyFile: string) => {
      const refused = await world.test.ask(addLicense, { keyFile }, owner).catch((e: unknown) => e);
      const { code, errors, params } = (refused as { document: Record<string, unknown> })
        .document as never as {
        code: string;
        errors: [{ field: string; code: string }];
        params: { reason: string };
      };
      expect([code, errors[0].field, params.reason]).toEqual(['KEY_FILE_INVALID', 'keyFile', errors[0].code]);
      return errors[0].code;
    };
    expect(await reason('')).toBe('NOT_A_KEY_FILE');
    expect(await reason('hello')).toBe('NOT_A_KEY_FILE');
    expect(await reason(text.slice(0, middle))).toBe('TRUNCATED');
    expect(await reason(text.replace('Version: 1', 'Version: 2'))).toBe('MALFORMED');
    expect(await reason(changed)).toBe('TAMPERED');
    expect(await reason(changed.replaceAll('\n', '\r\n'))).toBe('TAMPERED');
    expect(await reason(world.foreignKeyFile())).toBe('FOREIGN_SIGNER');
    await world.test.query('delete from license_entry where company_id = $1', [owner.companyId]);
    expect(await reason(text)).toBe('UNKNOWN');
  });

  it('refuses a key file with one changed byte', async () => {
    const owner = world.owner();
    const license = await world.license(owner);
    const text = await keyFileOf(owner, license);
    const at = text.length - 120;
    const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
    expect(await codeOf(world.test.ask(addLicense, { keyFile: changed }, owner))).toBe('KEY_FILE_INVALID');
  });
});
