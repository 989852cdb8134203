import { event, IsUUID } from '../kit/index.js';

export class ActivationCreated {
  @IsUUID() activationId: string;
  @IsUUID() licenseId: string;
}

export const activationCreated = event({
  subject: 'evt.licensing.activation.created.v1',
  payload: ActivationCreated,
  summary: 'An application took a seat.',
  consumers: [],
  live: { kind: 'seat.taken', to: 'company', ids: ['activationId', 'licenseId'] },
});
