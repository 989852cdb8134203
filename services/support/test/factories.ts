import {
  answerRequest,
  completeUpload,
  createRequest,
  createUpload,
  getCompany,
  getContact,
  getEntitlements,
  type AnswerRequest,
  type CreateRequest,
  type EntitledProduct,
  type RequestView,
} from '@tessera/contracts';
import { refuse, uuidv7, type Actor } from '@tessera/platform';
import { TestService, type TestServiceOptions } from '@tessera/platform/testing';
import { service } from '../src/service.js';

/** The support service with neighbours that know everybody, and companies that own what a test gives them. */
export class SupportWorld {
  readonly shield: EntitledProduct = {
    id: uuidv7(),
    name: 'Endpoint Shield',
    group: 'Endpoints',
    versions: ['12.1', '12.2'],
    recommendedPatch: '12.2 CP1',
    premiumSupport: true,
  };
  readonly entitlements = new Map<string, EntitledProduct[]>();
  readonly roles = new Map<string, string>();
  /** How often identity was asked for a name. */
  contactsAsked = 0;

  private constructor(readonly test: TestService) {}

  static async start(options: TestServiceOptions = {}): Promise<SupportWorld> {
    const world = new SupportWorld(await TestService.start(service, options));
    world.fakeNeighbours();
    return world;
  }

  private fakeNeighbours(): void {
    this.test.fake(getContact, ({ userId }) => {
      this.contactsAsked++;
      const role = this.roles.get(userId) ?? 'member';
      if (role === 'gone') refuse('NOT_FOUND');
      return {
        userId,
        companyId: null,
        email: 'p@example.com',
        firstName: 'Pat',
        lastName: userId.slice(-4),
        language: 'en',
        role,
      };
    });
    this.test.fake(getCompany, ({ companyId }) => ({ id: companyId, name: 'Acme GmbH', country: 'DE' }));
    this.test.fake(getEntitlements, ({ companyId }) => ({
      products: this.entitlements.get(companyId) ?? [this.shield],
    }));
  }

  member(facts: Partial<Actor> = {}): Actor {
    return this.test.identity.actor(facts);
  }

  administrator(companyId: string): Actor {
    return this.member({ companyId, role: 'administrator', rights: ['requests.manage'] });
  }

  agent(facts: Partial<Actor> = {}): Actor {
    const agent = this.member({ companyId: null, role: 'support-agent', ...facts });
    this.roles.set(agent.userId, agent.role);
    return agent;
  }

  request(as: Actor, facts: Partial<CreateRequest> = {}): Promise<RequestView> {
    const base = { category: 'portal', subject: 'A question', description: 'How does it work?' } as const;
    return this.test.ask(createRequest, { ...base, ...facts }, as);
  }

  answer(as: Actor, id: string, facts: Partial<AnswerRequest> = {}) {
    return this.test.ask(answerRequest, { id, text: 'Please try again.', ...facts }, as);
  }

  async upload(
    as: Actor,
    facts: { fileName?: string; size?: number; complete?: boolean } = {},
  ): Promise<string> {
    const { fileName = 'trace.log', size = 10, complete = true } = facts;
    const announced = { fileName, size, acceptDataStatement: true };
    const { attachmentId } = await this.test.ask(createUpload, announced, as);
    if (complete) await this.test.ask(completeUpload, { id: attachmentId }, null);
    return attachmentId;
  }

  stop(): Promise<void> {
    return this.test.stop();
  }
}

/** What every service has: the service as it runs, alone. */
export const startTestService = async (): Promise<TestService> => (await SupportWorld.start()).test;
