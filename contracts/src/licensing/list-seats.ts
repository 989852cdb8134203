import { Field, request } from '../kit/index.js';
import { MAX_PRODUCT_NAME, MAX_PRODUCT_VERSION, MAX_SEAT_NAME } from '../limits.js';
import { access } from '../identity/rights.js';

export class ListSeats {
  @Field.id({ description: 'The license.' }) id: string;
  @Field.integer({ min: 1, max: 100, optional: true }) limit?: number;
  @Field.cursor({ optional: true }) cursor?: string;
}

export class SeatApplication {
  @Field.id() product: string;
  @Field.line({ max: MAX_PRODUCT_NAME }) name: string;
  @Field.line({ max: MAX_PRODUCT_VERSION }) version: string;
}

/** One device that uses the license, with the applications activated there. */
export class SeatView {
  @Field.id() id: string;
  @Field.line({ max: MAX_SEAT_NAME }) deviceName: string;
  @Field.time() takenAt: string;
  @Field.list(() => SeatApplication, { maxItems: 100 }) applications: SeatApplication[];
}

export class SeatList {
  @Field.list(() => SeatView, { maxItems: 100 }) items: SeatView[];
  @Field.cursor({ nullable: true }) nextCursor: string | null;
}

export const listSeats = request({
  subject: 'rpc.licensing.seat.list.v1',
  request: ListSeats,
  reply: SeatList,
  summary: 'The seats of a license that are taken, the oldest first.',
  access: access.company(),
  idempotent: true,
});
