import { Field, request } from '../kit/index.js';
import { access } from '../identity/rights.js';

export class ListEnrollments {
  @Field.integer({ min: 1, max: 100, optional: true }) limit?: number;
  @Field.cursor({ optional: true }) cursor?: string;
}

/** A code that still lets devices in. The code itself is nowhere any more. */
export class LiveEnrollment {
  @Field.id() id: string;
  @Field.line({ max: 8, nullable: true, description: 'The last characters of the code.' })
  codeEnding: string | null;
  @Field.id({ description: 'Who made it.' }) createdBy: string;
  @Field.time() createdAt: string;
  @Field.time() expiresAt: string;
  @Field.integer({ description: 'Devices that have joined with it.' }) uses: number;
  @Field.integer() maxUses: number;
}

export class EnrollmentPage {
  @Field.list(() => LiveEnrollment, { maxItems: 100 }) items: LiveEnrollment[];
  @Field.cursor({ nullable: true }) nextCursor: string | null;
}

export const listEnrollments = request({
  subject: 'rpc.devices.enrollment.list.v1',
  request: ListEnrollments,
  reply: EnrollmentPage,
  summary: 'The codes with which devices can join at this moment, the newest first.',
  access: access.company('devices.manage'),
  idempotent: true,
});
