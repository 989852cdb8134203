import {
  getContact,
  getMessageBrief,
  listContacts,
  makeKeyFileArchive,
  mintLink,
  type Contact,
  type KeyFileArchive,
  type MessageBrief,
  type MintedLink,
} from '@tessera/contracts';
import { refuse, uuidv7 } from '@tessera/platform';
import { TestService } from '@tessera/platform/testing';
import { service } from '../src/service.js';
import { Mailbox } from './mailbox.js';

export const PUBLIC_URL = 'https://portal.vendor.example';

/** The running service, a real mail server, and neighbours that know only what a spec tells them. */
export class World {
  mailbox: Mailbox;
  service: TestService;
  private readonly contacts = new Map<string, Contact>();
  private readonly links = new Map<string, MintedLink>();
  private readonly briefs = new Map<string, MessageBrief>();
  private readonly archives = new Map<string, KeyFileArchive>();
  /** What licensing refuses with, by the id of the order. */
  private readonly refusedArchives = new Map<string, string>();
  /** Links that were minted, in their order. */
  readonly minted: string[] = [];
  /** While true, identity answers UNAVAILABLE. */
  identityAway = false;

  static async start(environment: Record<string, string> = {}, instances = 1): Promise<World> {
    const world = new World();
    world.mailbox = await Mailbox.open();
    world.service = await TestService.start(service, {
      instances,
      environment: {
        SMTP_URL: world.mailbox.url,
        MAIL_FROM: 'Northwind Security <no-reply@vendor.example>',
        PUBLIC_URL,
        MAIL_RETRY_MS: '50',
        MAIL_BUNDLE_MS: '300',
        ...environment,
      },
    });
    world.fakeNeighbours();
    return world;
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.mailbox.close();
  }

  person(facts: Partial<Contact> = {}): Contact {
    const userId = facts.userId ?? uuidv7();
    const contact: Contact = {
      userId,
      companyId: uuidv7(),
      email: `p-${userId}@acme.example`,
      firstName: 'Ada',
      lastName: 'Young',
      language: 'en',
      role: 'member',
      ...facts,
    };
    this.contacts.set(userId, contact);
    return contact;
  }

  link(facts: Partial<MintedLink> = {}): MintedLink & { linkId: string } {
    const linkId = uuidv7();
    const link: MintedLink = {
      url: `${PUBLIC_URL}/activate#token=${linkId}`,
      purpose: 'activation',
      email: `l-${linkId}@acme.example`,
      firstName: 'Ada',
      language: 'en',
      expiresAt: '2026-11-28T09:30:00.000Z',
      companyName: null,
      inviterName: null,
      ...facts,
    };
    this.links.set(linkId, link);
    return { ...link, linkId };
  }

  brief(facts: Partial<MessageBrief> = {}): { requestId: string; messageId: string } {
    const ids = { requestId: uuidv7(), messageId: uuidv7() };
    const brief: MessageBrief = {
      number: 'INC-000123',
      subject: 'Scanner stops',
      status: 'awaiting_reply',
      authorId: uuidv7(),
      writer: 'Kim, support',
      text: 'Which version is it?',
      ...facts,
    };
    this.briefs.set(ids.requestId, brief);
    return ids;
  }

  archive(facts: Partial<KeyFileArchive> = {}): { keyFileOrderId: string; email: string } {
    const keyFileOrderId = uuidv7();
    const archive: KeyFileArchive = {
      email: `k-${keyFileOrderId}@acme.example`,
      language: 'en',
      fileName: 'key-files.zip',
      zip: Buffer.from('PK-archive').toString('base64'),
      serialNumber: '1A2B-3C4D',
      products: ['Endpoint Shield'],
      ...facts,
    };
    this.archives.set(keyFileOrderId, archive);
    return { keyFileOrderId, email: archive.email };
  }

  /** An order whose archive licensing does not make. */
  refusedArchive(code: string): string {
    const keyFileOrderId = uuidv7();
    this.refusedArchives.set(keyFileOrderId, code);
    return keyFileOrderId;
  }

  forgetLink(linkId: string): void {
    this.links.delete(linkId);
  }

  private fakeNeighbours(): void {
    const known = <T>(value: T | undefined, code = 'NOT_FOUND'): T => {
      if (this.identityAway) refuse('UNAVAILABLE');
      return value ?? refuse(code);
    };
    this.service.fake(getContact, ({ userId }) => known(this.contacts.get(userId)));
    this.service.fake(listContacts, ({ companyId }) => ({
      items: known([...this.contacts.values()]).filter((c) => c.companyId === companyId),
    }));
    this.service.fake(mintLink, ({ linkId }) => {
      const link = known(this.links.get(linkId), 'LINK_GONE');
      this.minted.push(linkId);
      return link;
    });
    this.service.fake(getMessageBrief, ({ requestId }) => known(this.briefs.get(requestId)));
    this.service.fake(makeKeyFileArchive, ({ keyFileOrderId }) => {
      const refusal = this.refusedArchives.get(keyFileOrderId);
      return refusal ? refuse(refusal) : known(this.archives.get(keyFileOrderId));
    });
  }
}

/** What every service has: the service as it runs, alone. */
export const startTestService = (): Promise<TestService> =>
  TestService.start(service, {
    environment: { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'no-reply@vendor.example', PUBLIC_URL },
  });
