/** Whatever an order accepts, every later step takes: the limits of one path agree, from the order to the application. */
import fc from 'fast-check';
import {
  checkActivation,
  createActivation,
  getKeyFile,
  listProducts,
  makeKeyFileArchive,
  orderKeyFiles,
} from '../../contracts/src/index.js';
import { eventually } from '../../platform/src/testing/index.js';
import { verifyAnswer, verifyCertificate, verifyKeyFile } from '../../sdk/license/src/index.js';
import { LicensingWorld, products } from '../../services/licensing/test/factories.js';

let world: LicensingWorld;
/** The catalogue is read again for each request, since the runs rename a product. */
beforeAll(
  async () =>
    void (world = await LicensingWorld.start({
      environment: {
        CATALOGUE_SECONDS: '0',
        KEY_FILE_MAILS_PER_RECIPIENT_HOUR: '1000',
        KEY_FILE_MAILS_HOUR: '1000',
      },
    })),
);
afterAll(() => world.stop());

/** What has broken a limit somewhere: more units or bytes than characters, growing when composed, folded or escaped, or odd in JSON. */
const hostile = [
  '😀',
  '𠮷',
  '\ufdfa',
  '\u0390',
  '\u1e9b\u0323',
  'e\u0301',
  '"',
  '\\',
  '\u202e',
  '\u200b',
  '\ufeff',
  'ß',
  'İ',
  '\u00a0',
  '\u2028',
  '\u0000',
  '\ud800',
  '\u007f',
  'a',
  ' ',
  '-',
];
const character = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);
/** Up to the limit and one beyond it; mostly of one character, where limits are met. */
const text = (max: number) =>
  fc.oneof(
    fc.tuple(character, fc.constantFrom(1, max - 1, max, max + 1)).map(([c, n]) => c.repeat(n)),
    fc.tuple(character, fc.constantFrom(1, max - 1, max)).map(([c, n]) => `${c}${'x'.repeat(n - 1)}`),
    fc.array(character, { maxLength: max }).map((all) => all.join('')),
  );
/** What the edge refuses is no matter here, but it has to refuse it in a word. */
const REFUSALS = ['VALIDATION_FAILED', 'ORDER_NOT_SIGNABLE'];

const seen = { accepted: 0, refused: 0 };

/** The catalogue is renewed beside requests. A name that no reply may hold is known when the list fails. */
function catalogueKnows(productId: string, name: string): Promise<void> {
  return eventually(async () => {
    const list = await world.test.ask(listProducts, {}, null).catch(() => null);
    expect(list?.items.find((product) => product.id === productId)?.name ?? name).toBe(name);
  });
}

async function path(o: {
  companyName: string;
  productName: string;
  device: string;
  fingerprint: string;
  nonce: string;
}): Promise<void> {
  const productId = products.endpointShield;
  if (o.productName.includes('\0') || !o.productName.isWellFormed()) return; // Postgres has no such text
  await world.test.query('update product set name = $2 where id = $1', [productId, o.productName]);
  const read = { rootPublicKey: world.rootPublicKey, productId };
  let code: string;
  try {
    await catalogueKnows(productId, o.productName);
    code = await world.code({ companyName: o.companyName });
  } catch (error) {
    expect(REFUSALS).toContain((error as { code: string }).code);
    seen.refused++;
    return;
  }
  seen.accepted++;

  const owner = world.owner();
  const { id, keyFiles, orderNumber } = await world.add(owner, code);
  const { text: keyFile } = await world.test.ask(getKeyFile, { id, name: keyFiles[0]!.name }, owner);
  const opened = verifyKeyFile(keyFile, read);
  expect(opened).toMatchObject({ ok: true, license: { orderNumber, product: { name: o.productName } } });
  await world.test.ask(orderKeyFiles, { activationCode: code, email: `a${seen.accepted}@b.example` }, null);
  const [last] = await world.test.query('select id from key_file_order order by id desc limit 1');
  await world.test.ask(makeKeyFileArchive, { keyFileOrderId: last!.id as string }, null);

  const device = { fingerprint: o.fingerprint, deviceName: o.device, nonce: o.nonce };
  const asked = world.activation({ activationCode: code, ...device });
  const activated = await world.test.ask(createActivation, asked, null).catch((error: unknown) => {
    expect((error as { code: string }).code).toBe('VALIDATION_FAILED');
  });
  if (!activated) return;
  const { fingerprint, nonce } = o;
  expect(verifyAnswer(activated.certificate, { ...read, fingerprint, nonce })).toMatchObject({ ok: true });
  const { token } = activated;
  const checked = await world.test.ask(
    checkActivation,
    { id: activated.id, token, fingerprint, nonce },
    null,
  );
  expect(verifyCertificate(checked.certificate!, { ...read, fingerprint, nonce })).toMatchObject({
    ok: true,
  });
  const no = await world.test.ask(
    checkActivation,
    { id: activated.id, token, fingerprint: 'other', nonce },
    null,
  );
  expect(verifyCertificate(no.certificate!, { ...read, fingerprint: 'other', nonce })).toMatchObject({
    code: 'LICENSE_NOT_ACTIVE',
  });
}

describe('an order that is accepted', () => {
  it('gives key files and certificates that the SDK opens, whatever names and devices are called', async () => {
    const plain = fc.constant('Acme GmbH');
    const input = fc.record({
      companyName: text(200),
      productName: fc.oneof(fc.constant('Endpoint Shield'), text(200)),
      device: fc.oneof(plain, text(200)),
      fingerprint: fc.oneof(plain, text(256)),
      nonce: fc.oneof(plain, text(128)),
    });
    await fc.assert(fc.asyncProperty(input, path), {
      numRuns: 100,
      examples: [
        [{ companyName: '😀'.repeat(129), productName: 'P', device: 'd', fingerprint: 'f', nonce: 'n' }],
        [
          {
            companyName: '𠮷'.repeat(200),
            productName: '\ufdfa'.repeat(200),
            device: '😀'.repeat(200),
            fingerprint: '𠮷'.repeat(256),
            nonce: '"'.repeat(128),
          },
        ],
      ],
    });
    // Neither half of the property may be empty.
    expect(seen.accepted).toBeGreaterThan(20);
    expect(seen.refused).toBeGreaterThan(5);
  }, 240_000);
});
