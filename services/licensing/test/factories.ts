import {
  addLicense,
  blockLicense,
  createActivation,
  createOrder,
  endActivation,
  listLicenses,
  removeLicense,
  type CreateActivation,
  type CreatedOrder,
  type CreateOrder,
  type LicenseView,
} from '@tessera/contracts';
import { hashFingerprint, openSealed, readCertificateContent, readRootKeys } from '@tessera/license/format';
import { uuidv7, type RequestContext } from '@tessera/platform';
import { TestService, type TestServiceOptions } from '@tessera/platform/testing';
import { service } from '../src/service.js';
import { generateCode } from '../src/codes/activation-code.js';
import { makeProductKey, makeRootKey, signKeyFile } from '../src/signing/index.js';
import { keyFileContent, makeSigner } from './signing-factories.js';

type Actor = NonNullable<RequestContext['actor']>;

const product = (n: number): string => `01900000-0000-7000-8000-000000000${n}`;
/** Of the demo catalogue. */
export const products = {
  endpointShield: product(101),
  /** By key file only. */
  edr: product(102),
  /** Covers Endpoint Shield and Endpoint Shield EDR. */
  suite: product(103),
  cloudGuard: product(201),
  mobileShield: product(301),
  /** Activates Mobile Shield as well. */
  smallOffice: product(401),
};

const DAY = 86_400_000;
export const days = (n: number): string => new Date(Date.now() + n * DAY).toISOString();

/** The licensing service with keys of its own, and people to ask it. */
export class LicensingWorld {
  private constructor(
    readonly test: TestService,
    readonly rootPublicKey: string,
  ) {}

  /** @param options `productIds`: what the product key may sign for, all products unless given */
  static async start({
    productIds = '*',
    ...options
  }: TestServiceOptions & { productIds?: string[] | '*' } = {}): Promise<LicensingWorld> {
    const root = makeRootKey();
    const key = makeProductKey(root, {
      productIds,
      notBefore: new Date(Date.now() - 400 * DAY),
      notAfter: new Date(Date.now() + 4_000 * DAY),
    });
    const environment = {
      SIGNING_KEY: key.privateKeyPem,
      SIGNING_CERTIFICATE: key.certificateText,
      ROOT_PUBLIC_KEY: root.publicKeyPem,
      CODE_LOOKUP_KEY: Buffer.alloc(32, 9).toString('base64'),
      CODE_FAILURES_PER_ADDRESS: '1000',
      CODE_FAILURES_PER_ACCOUNT: '1000',
      KEY_FILE_MAILS_HOUR: '100000',
      ...options.environment,
    };
    return new LicensingWorld(
      await TestService.start(service, { ...options, environment }),
      root.publicKeyPem,
    );
  }

  /** One of the vendor's license administrators, unless the facts say otherwise. */
  staff(facts: Partial<Actor> = {}): Actor {
    return this.test.identity.actor({ companyId: null, role: 'license-admin', ...facts });
  }

  /** Somebody of a company of their own who may manage licenses. */
  owner(facts: Partial<Actor> = {}): Actor {
    return this.test.identity.actor({ role: 'owner', rights: ['licenses.manage'], ...facts });
  }

  order(facts: Partial<CreateOrder> = {}): Promise<CreatedOrder> {
    return this.test.ask(
      createOrder,
      {
        companyName: 'Acme GmbH',
        productId: products.endpointShield,
        seats: 10,
        termDays: 365,
        kind: 'commercial',
        quantity: 1,
        ...facts,
      },
      this.staff(),
    );
  }

  async code(facts: Partial<CreateOrder> = {}): Promise<string> {
    return (await this.order(facts)).activationCodes[0]!;
  }

  async license(
    owner: Actor,
    facts: Partial<CreateOrder> = {},
  ): Promise<LicenseView & { activationCode: string }> {
    const added = await this.add(owner, await this.code(facts));
    return { ...added, activationCode: added.activationCode! };
  }

  add(owner: Actor, activationCode: string): Promise<LicenseView> {
    return this.test.ask(addLicense, { activationCode }, owner);
  }

  activate(activationCode: string, facts: Partial<CreateActivation> = {}) {
    return this.test.ask(createActivation, this.activation({ activationCode, ...facts }), null);
  }

  activateByFile(keyFile: string, facts: Partial<CreateActivation> = {}) {
    return this.test.ask(createActivation, this.activation({ keyFile, ...facts }), null);
  }

  end({ id, token }: { id: string; token: string }): Promise<void> {
    return this.test.ask(endActivation, { id, token }, null);
  }

  remove(owner: Actor, id: string): Promise<void> {
    return this.test.ask(removeLicense, { id }, owner);
  }

  async block(id: string): Promise<void> {
    await this.test.ask(blockLicense, { id, reason: 'A reason.' }, this.staff());
  }

  /** All licenses of a company, the next to expire first. */
  async entries(owner: Actor): Promise<LicenseView[]> {
    return (await this.test.ask(listLicenses, { limit: 100 }, owner)).items;
  }

  /** Right in form, and nobody's. */
  madeUpCode(): string {
    return generateCode();
  }

  /** A key file that is in order but for the root key behind it. */
  foreignKeyFile(): string {
    return signKeyFile(keyFileContent(), makeSigner());
  }

  /** What an application reads out of a certificate with nothing but the root public key. */
  readCertificate(text: string, fingerprint: string) {
    const opened = openSealed(text, 'ACTIVATION CERTIFICATE', readRootKeys(this.rootPublicKey));
    if (!opened.ok) throw new Error(opened.detail);
    const content = readCertificateContent(opened.payload);
    return {
      ...content,
      forThisDevice: content.fingerprintHash === hashFingerprint(fingerprint),
      days: (Date.parse(content.validUntil) - Date.parse(content.issuedAt)) / DAY,
    };
  }

  /** A device that nobody has seen before, unless the facts name one. */
  activation(facts: Partial<CreateActivation>): CreateActivation {
    return {
      fingerprint: uuidv7(),
      deviceName: 'Reception',
      application: { product: products.endpointShield, version: '12.6' },
      ...facts,
    };
  }

  /** Moves the term of a code, as only time does otherwise. */
  async expire(serialNumber: string): Promise<void> {
    await this.test.query(
      `with expired as (
         update license set expires_at = now() - interval '1 hour' where serial_number = $1 returning id, expires_at)
       update license_entry e set expires_at = expired.expires_at from expired where e.license_id = expired.id`,
      [serialNumber],
    );
  }

  stop(): Promise<void> {
    return this.test.stop();
  }
}

/** What every service has: the service as it runs, alone. */
export const startTestService = async (): Promise<TestService> => (await LicensingWorld.start()).test;
