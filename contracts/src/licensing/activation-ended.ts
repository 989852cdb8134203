import { event, IsUUID } from '../kit/index.js';

export class ActivationEnded {
  @IsUUID() activationId: string;
  @IsUUID() licenseId: string;
}

export const activationEnded = event({
  subject: 'evt.licensing.activation.ended.v1',
  payload: ActivationEnded,
  summary: 'A seat is free again.',
  consumers: [],
  live: { kind: 'seat.freed', to: 'company', ids: ['activationId', 'licenseId'] },
});
