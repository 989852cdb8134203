import {
  createRequest,
  type CreateRequest,
  type EntitledProduct,
  type RequestView,
} from '@tessera/contracts';
import {
  Handles,
  refuse,
  Refusal,
  Transaction,
  uuidv7,
  type RequestContext,
  type Tx,
} from '@tessera/platform';
import { AttachmentsRepository, requireFewAttachments } from '../attachments/attachments.repository.js';
import { fitName, Names } from '../names/names.js';
import { categoriesOf } from '../request-form/categories.js';
import { EntitledProducts } from '../request-form/entitled-products.js';
import { refusePremium } from '../request-form/levels.js';
import { requireCsr } from './csr.js';
import { emitRegistered } from './request-events.js';
import { requireFields } from './request-fields.js';
import { nextNumber } from './request-number.sql.js';
import { SupportRequest } from './request.entity.js';
import { toRequestView } from './request.to-view.js';
import { RequestsRepository } from './requests.repository.js';
import { tenantsOf } from './tenant.js';

@Handles(createRequest)
export class CreateRequestHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly requests: RequestsRepository,
    private readonly attachments: AttachmentsRepository,
    private readonly products: EntitledProducts,
    private readonly names: Names,
  ) {}

  async handle(input: CreateRequest, ctx: RequestContext): Promise<RequestView> {
    const { userId } = ctx;
    if (!categoriesOf(ctx).includes(input.category)) refuse('COMPANY_REQUIRED');
    requireFields(input);
    requireFewAttachments(input.attachmentIds);
    const csr = input.category === 'apns_certificate' ? requireCsr(input.csr) : null;
    const product = input.productId
      ? await this.products.choose(input.productId, input.productVersion, ctx)
      : null;
    // Critical incidents are a benefit of premium contracts (SUP-043, SUP-074).
    if (input.level === 'premium' || input.critical) refusePremium(product);
    const authorName = await this.names.person(userId, ctx);
    const [companyId] = tenantsOf(ctx);
    const companyName = companyId === userId ? fitName(authorName) : await this.names.company(companyId, ctx);
    return this.transaction.run(ctx, async (tx) => {
      const links = await this.links(input, ctx, tx);
      const { number, at } = await nextNumber(tx);
      const request = SupportRequest.register(
        {
          id: uuidv7(),
          companyId,
          companyName,
          authorId: userId,
          authorName,
          number,
          csr,
          ...links,
          ...facts(input, product),
        },
        at,
      );
      await this.requests.insert(companyId, request, tx);
      await this.attachments.use(
        input.attachmentIds ?? [],
        { ownerId: userId, requestId: request.id, messageId: null },
        tx,
      );
      emitRegistered(request, tx);
      return toRequestView(request);
    });
  }

  /** Other requests that this one names: they must be ones that its author may see (SUP-072, SUP-088). */
  private async links(input: CreateRequest, ctx: RequestContext, tx: Tx) {
    const previous = input.previousNumber
      ? await naming('previousNumber', this.requests.visibleByNumber(ctx, input.previousNumber, tx))
      : null;
    const related = input.relatedRequestId
      ? await naming('relatedRequestId', this.requests.visible(ctx, input.relatedRequestId, tx))
      : null;
    return { previousNumber: previous?.number ?? null, relatedRequestId: related?.id ?? null };
  }
}

/** Says which field named a request that the author may not see. */
const naming = <T>(field: string, found: Promise<T>): Promise<T> =>
  found.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    return refuse(error.code, {
      errors: [{ field, code: 'UNKNOWN', detail: 'is not a request that you may see' }],
    });
  });

const facts = (input: CreateRequest, product: EntitledProduct | null) => ({
  category: input.category,
  level: 'standard' as const,
  subject: input.subject.trim(),
  description: input.description,
  productId: product?.id ?? null,
  productName: product?.name ?? null,
  productVersion: product ? (input.productVersion ?? null) : null,
  osVersion: input.osVersion ?? null,
  type: input.type ?? null,
  subtype: input.subtype ?? null,
  feedbackType: input.feedbackType ?? null,
});
