import {
  feedbackTypes,
  getRequestForm,
  MAX_ATTACHMENT_BYTES,
  MAX_ATTACHMENTS,
  type EntitledProduct,
  type FormProduct,
  type FormProductGroup,
  type GetRequestForm,
  type RequestForm,
} from '@tessera/contracts';
import { Database, Handles, refuse, type RequestContext } from '@tessera/platform';
import { DataStatementsRepository } from '../attachments/data-statements.repository.js';
import { EntitledProducts } from './entitled-products.js';
import { categoriesOf } from './categories.js';
import { levelsFor } from './levels.js';
import { requestTypes } from './request-types.js';

@Handles(getRequestForm)
export class GetRequestFormHandler {
  constructor(
    private readonly database: Database,
    private readonly products: EntitledProducts,
    private readonly statements: DataStatementsRepository,
  ) {}

  async handle(input: GetRequestForm, ctx: RequestContext): Promise<RequestForm> {
    const categories = categoriesOf(ctx);
    const { category = categories[0]! } = input;
    if (!categories.includes(category)) refuse('COMPANY_REQUIRED');
    const technical = category === 'technical';
    const products = technical ? await this.products.of(ctx) : [];
    const chosen = input.product
      ? (products.find((p) => p.id === input.product) ?? refuse('NOT_FOUND'))
      : null;
    return {
      category,
      categories: [...categories],
      productGroups: groupsOf(products),
      product: chosen && toFormProduct(chosen),
      levels: levelsFor(chosen),
      criticalAllowed: false,
      types: technical
        ? Object.entries(requestTypes).map(([id, subtypes]) => ({ id, subtypes: [...subtypes] }))
        : [],
      feedbackTypes: category === 'feedback' ? [...feedbackTypes] : [],
      attachments: {
        maxFiles: MAX_ATTACHMENTS,
        maxBytes: MAX_ATTACHMENT_BYTES,
        dataStatementAccepted: await this.statements.accepted(ctx.userId, this.database),
      },
    };
  }
}

function groupsOf(products: EntitledProduct[]): FormProductGroup[] {
  const groups = new Map<string, FormProduct[]>();
  for (const product of products) {
    const group = groups.get(product.group) ?? [];
    groups.set(product.group, [...group, toFormProduct(product)]);
  }
  return [...groups].map(([name, members]) => ({ name, products: members }));
}

const toFormProduct = ({ id, name, versions, recommendedPatch }: EntitledProduct): FormProduct => ({
  id,
  name,
  versions,
  recommendedPatch,
});
