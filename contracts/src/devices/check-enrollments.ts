import { Describe, IsIn, IsInt, IsUUID, NestedList, request } from '../kit/index.js';
import { access } from '../access.js';

export const enrollmentEndings = ['ENROLLMENT_ENDED', 'DEVICE_QUARANTINED'] as const;

export class HeldEnrollment {
  @IsUUID() deviceId: string;
  @IsInt() @Describe('Of the enrollment that the device has proved.') epoch: number;
}

export class CheckEnrollments {
  @NestedList(() => HeldEnrollment, 1000) enrollments: HeldEnrollment[];
}

export class EndedEnrollment extends HeldEnrollment {
  @IsIn(enrollmentEndings) code: (typeof enrollmentEndings)[number];
}

export class EndedEnrollmentList {
  @NestedList(() => EndedEnrollment, 1000) ended: EndedEnrollment[];
}

/** After a gap in the bus: whether something that a gateway holds a socket for has ended meanwhile. */
export const checkEnrollments = request({
  subject: 'rpc.devices.enrollment.check.v1',
  request: CheckEnrollments,
  reply: EndedEnrollmentList,
  summary: 'Which of these enrollments have ended, by a newer one, a disconnection or a quarantine.',
  access: access.service,
  idempotent: true,
});
