import { Field, request } from '../kit/index.js';
import { access } from '../identity/rights.js';
import { LicenseOrderView } from './license-order.view.js';

export class ListOrders {
  @Field.integer({ min: 1, max: 100, optional: true }) limit?: number;
  @Field.cursor({ optional: true }) cursor?: string;
}

export class LicenseOrderList {
  @Field.list(() => LicenseOrderView, { maxItems: 100 }) items: LicenseOrderView[];
  @Field.cursor({ nullable: true }) nextCursor: string | null;
}

export const listOrders = request({
  subject: 'rpc.licensing.order.list.v1',
  request: ListOrders,
  reply: LicenseOrderList,
  summary: 'The orders, the latest first; a partner sees its own.',
  access: access.staff('license-admin', 'platform-admin', 'partner'),
  idempotent: true,
});
