import { Describe, event, IsUUID } from '../kit/index.js';

export class EnrollmentRevoked {
  @IsUUID() enrollmentId: string;
  @IsUUID() @Describe('Who did it.') userId: string;
}

export const enrollmentRevoked = event({
  subject: 'evt.devices.enrollment.revoked.v1',
  payload: EnrollmentRevoked,
  summary: 'Somebody withdrew a code before its time.',
  consumers: [],
  live: {
    kind: 'enrollment.changed',
    to: 'company',
    right: 'devices.manage',
    ids: ['enrollmentId', 'userId'],
  },
});
