import { Describe, event, IsUUID } from '../kit/index.js';

export class EnrollmentCreated {
  @IsUUID() enrollmentId: string;
  @IsUUID() @Describe('Who did it.') userId: string;
}

export const enrollmentCreated = event({
  subject: 'evt.devices.enrollment.created.v1',
  payload: EnrollmentCreated,
  summary: 'Somebody made a code with which devices can join.',
  consumers: [],
  live: {
    kind: 'enrollment.changed',
    to: 'company',
    right: 'devices.manage',
    ids: ['enrollmentId', 'userId'],
  },
});
