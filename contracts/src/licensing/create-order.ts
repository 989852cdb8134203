import {
  ArrayMaxSize,
  Describe,
  IsArray,
  IsIn,
  IsInstant,
  IsInt,
  IsLine,
  IsName,
  IsOptional,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  request,
} from '../kit/index.js';
import { MAX_COMPANY_NAME } from '../limits.js';
import { access } from '../access.js';
import { licenseKinds } from './license-order.view.js';

export class CreateOrder {
  @IsName() @MaxLength(MAX_COMPANY_NAME) companyName: string;
  @IsUUID() productId: string;
  @IsInt() @Min(1) @Max(100_000) @Describe('Devices per code.') seats: number;
  @IsInt() @Min(1) @Max(3_660) termDays: number;
  @IsIn(licenseKinds) kind: (typeof licenseKinds)[number];
  @IsInt() @Min(1) @Max(10_000) @Describe('How many codes.') quantity: number;
  @IsOptional() @IsUUID() @Describe("A partner's own, unless given.") partnerId?: string;
  @IsOptional()
  @IsInstant()
  @Describe('The term counts from here; from now, unless given.')
  startsAt?: string;
}

export class CreatedOrder {
  @IsUUID() id: string;
  @IsLine() @MaxLength(40) orderNumber: string;
  @IsUUID() productId: string;
  @IsArray()
  @ArrayMaxSize(10_000)
  @IsLine({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(40, { each: true })
  activationCodes: string[];
}

export const createOrder = request({
  subject: 'rpc.licensing.order.create.v1',
  request: CreateOrder,
  reply: CreatedOrder,
  errors: {
    PRODUCT_UNKNOWN: 'unprocessable',
    PRODUCT_NOT_ACTIVATABLE: 'unprocessable',
    TERM_IS_OVER: 'unprocessable',
    TERM_NOT_SIGNABLE: 'unprocessable',
    ORDER_NOT_SIGNABLE: 'unprocessable',
  },
  summary: 'Order licenses for a customer; answers the activation codes.',
  access: access.staff('license-admin', 'platform-admin', 'partner'),
  // Ten thousand codes are sealed one by one.
  timeout: 20_000,
});
