import { Inject } from '@nestjs/common';
import {
  createEnrollment,
  enrollmentCreated,
  type CreateEnrollment,
  type EnrollmentView,
} from '@tessera/contracts';
import {
  databaseNow,
  CONFIG,
  DataKey,
  Handles,
  refuse,
  Transaction,
  uuidv7,
  type RequestContext,
} from '@tessera/platform';
import type { Config } from '../config.js';
import { makeEnrollmentCode, showEnrollmentCode } from './enrollment-code.js';
import { Enrollment } from './enrollment.entity.js';
import { EnrollmentsRepository } from './enrollments.repository.js';

export const CODE_PURPOSE = 'enrollment-code';

@Handles(createEnrollment)
export class CreateEnrollmentHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly enrollments: EnrollmentsRepository,
    private readonly dataKey: DataKey,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(input: CreateEnrollment, ctx: RequestContext): Promise<EnrollmentView> {
    const maxUses = input.maxUses ?? 1;
    const limit = this.config.ENROLLMENT_MAX_USES;
    if (maxUses > limit) refuse('TOO_MANY_USES', { params: { limit } });
    return this.transaction.run(ctx, async (tx) => {
      const code = makeEnrollmentCode();
      const now = await databaseNow(tx);
      const enrollment = Object.assign(new Enrollment(), {
        id: uuidv7(),
        companyId: ctx.companyId,
        createdBy: ctx.userId,
        createdAt: now,
        codeEnding: code.slice(-4),
        revokedAt: null,
        codeHash: this.dataKey.hmac(code, CODE_PURPOSE),
        expiresAt: new Date(now.getTime() + this.config.ENROLLMENT_HOURS * 3_600_000),
        uses: 0,
        maxUses,
        version: 1,
      });
      await this.enrollments.insert(ctx.companyId, enrollment, tx);
      tx.emit(enrollmentCreated, {
        companyId: ctx.companyId,
        aggregateId: enrollment.id,
        version: enrollment.version,
        data: { enrollmentId: enrollment.id, userId: ctx.userId },
      });
      const shown = showEnrollmentCode(code);
      return {
        id: enrollment.id,
        code: shown,
        // In the fragment, so that neither servers nor referrers see it.
        url: `${this.config.PUBLIC_URL}/enroll#code=${shown}`,
        expiresAt: enrollment.expiresAt.toISOString(),
      };
    });
  }
}
