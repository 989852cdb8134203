import type { LicenseOrderView } from '@tessera/contracts';
import type { LicenseOrder } from './license-order.entity.js';

export function toOrderView(order: LicenseOrder): LicenseOrderView {
  const { id, orderNumber, companyName, productId, seats, termDays, kind, quantity, partnerId } = order;
  return {
    id,
    orderNumber,
    companyName,
    productId,
    seats,
    termDays,
    kind,
    quantity,
    partnerId,
    startsAt: order.startsAt.toISOString(),
    expiresAt: order.expiresAt.toISOString(),
    createdAt: order.createdAt.toISOString(),
  };
}
