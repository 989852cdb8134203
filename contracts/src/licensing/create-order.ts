import { Field, request } from '../kit/index.js';
import { MAX_COMPANY_NAME } from '../limits.js';
import { access } from '../identity/rights.js';
import { licenseKinds } from './license-order.view.js';

export class CreateOrder {
  @Field.name({ max: MAX_COMPANY_NAME }) companyName: string;
  @Field.id() productId: string;
  @Field.integer({ min: 1, max: 100_000, description: 'Devices per code.' }) seats: number;
  @Field.integer({ min: 1, max: 3_660 }) termDays: number;
  @Field.oneOf(licenseKinds) kind: (typeof licenseKinds)[number];
  @Field.integer({ min: 1, max: 10_000, description: 'How many codes.' }) quantity: number;
  @Field.id({ optional: true, description: "A partner's own, unless given." }) partnerId?: string;
  @Field.time({ optional: true, description: 'The term counts from here; from now, unless given.' })
  startsAt?: string;
}

export class CreatedOrder {
  @Field.id() id: string;
  @Field.line({ max: 40 }) orderNumber: string;
  @Field.id() productId: string;
  @Field.texts({ max: 40, maxItems: 10_000 }) activationCodes: string[];
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
