import {
  Describe,
  IsCursor,
  IsInstant,
  IsInt,
  IsLine,
  IsNullable,
  IsOptional,
  IsUUID,
  Max,
  MaxLength,
  Min,
  NestedList,
  request,
} from '../kit/index.js';
import { MAX_PRODUCT_NAME, MAX_PRODUCT_VERSION, MAX_SEAT_NAME } from '../limits.js';
import { access } from '../access.js';

export class ListSeats {
  @IsUUID() @Describe('The license.') id: string;
  @IsOptional() @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsCursor() cursor?: string;
}

export class SeatApplication {
  @IsUUID() product: string;
  @IsLine() @MaxLength(MAX_PRODUCT_NAME) name: string;
  @IsLine() @MaxLength(MAX_PRODUCT_VERSION) version: string;
}

/** One device that uses the license, with the applications activated there. */
export class SeatView {
  @IsUUID() id: string;
  @IsLine() @MaxLength(MAX_SEAT_NAME) deviceName: string;
  @IsInstant() takenAt: string;
  @NestedList(() => SeatApplication, 100) applications: SeatApplication[];
}

export class SeatList {
  @NestedList(() => SeatView, 100) items: SeatView[];
  @IsNullable() @IsCursor() nextCursor: string | null;
}

export const listSeats = request({
  subject: 'rpc.licensing.seat.list.v1',
  request: ListSeats,
  reply: SeatList,
  summary: 'The seats of a license that are taken, the oldest first.',
  access: access.company(),
  idempotent: true,
});
