import { requestCategories, type RequestCategory } from '@tessera/contracts';
import type { RequestContext } from '@tessera/platform';

/** What a person may ask about. Without a company: the portal, where people are stuck who have none (yet). */
export const categoriesOf = (ctx: RequestContext): readonly RequestCategory[] =>
  ctx.person.companyId === null ? ['portal'] : requestCategories;
