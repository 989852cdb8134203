import { event, IsNullable, IsUUID } from '../kit/index.js';

export class UserActivated {
  @IsUUID() userId: string;
  @IsNullable() @IsUUID() companyId: string | null;
}

export const userActivated = event({
  subject: 'evt.identity.user.activated.v1',
  payload: UserActivated,
  summary: 'A person has set a password and can sign in.',
  consumers: ['notifications'],
});
