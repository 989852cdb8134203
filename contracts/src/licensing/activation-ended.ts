import { event, Field } from '../kit/index.js';

export class ActivationEnded {
  @Field.id() activationId: string;
  @Field.id() licenseId: string;
}

export const activationEnded = event({
  subject: 'evt.licensing.activation.ended.v1',
  payload: ActivationEnded,
  summary: 'A seat is free again.',
  hearers: [],
  live: { kind: 'seat.freed', to: 'company' },
});
