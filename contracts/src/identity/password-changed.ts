import { event, IsUUID } from '../kit/index.js';

export class PasswordChanged {
  @IsUUID() userId: string;
}

export const passwordChanged = event({
  subject: 'evt.identity.password.changed.v1',
  payload: PasswordChanged,
  summary: 'A person has a new password.',
  consumers: ['notifications'],
});
