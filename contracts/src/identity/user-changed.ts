import { event, IsUUID } from '../kit/index.js';

export class UserChanged {
  @IsUUID() userId: string;
}

export const userChanged = event({
  subject: 'evt.identity.user.changed.v1',
  payload: UserChanged,
  summary: 'Rights, role, company or profile of a person changed; what was derived from them is stale.',
  consumers: [],
  live: { kind: 'me.changed', to: 'user', also: ['device_member'], ids: ['userId'] },
});
