import { IsCursor, IsInt, IsNullable, IsOptional, Max, Min, NestedList, request } from '../kit/index.js';
import { access } from '../access.js';
import { LicenseOrderView } from './license-order.view.js';

export class ListOrders {
  @IsOptional() @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsCursor() cursor?: string;
}

export class LicenseOrderList {
  @NestedList(() => LicenseOrderView, 100) items: LicenseOrderView[];
  @IsNullable() @IsCursor() nextCursor: string | null;
}

export const listOrders = request({
  subject: 'rpc.licensing.order.list.v1',
  request: ListOrders,
  reply: LicenseOrderList,
  summary: 'The orders, the latest first; a partner sees its own.',
  access: access.staff('license-admin', 'platform-admin', 'partner'),
  idempotent: true,
});
