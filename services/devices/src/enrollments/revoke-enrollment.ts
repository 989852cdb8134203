import { enrollmentRevoked, revokeEnrollment, type RevokeEnrollment } from '@tessera/contracts';
import { databaseNow, Handles, Transaction, type RequestContext } from '@tessera/platform';
import { EnrollmentsRepository } from './enrollments.repository.js';

@Handles(revokeEnrollment)
export class RevokeEnrollmentHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly enrollments: EnrollmentsRepository,
  ) {}

  async handle({ id }: RevokeEnrollment, ctx: RequestContext): Promise<void> {
    await this.transaction.run(ctx, async (tx) => {
      const enrollment = await this.enrollments.lock(ctx.companyId, id, tx);
      if (!enrollment.revoke(await databaseNow(tx))) return;
      await this.enrollments.update(ctx.companyId, enrollment, tx);
      tx.emit(enrollmentRevoked, {
        companyId: ctx.companyId,
        aggregateId: id,
        version: enrollment.version,
        data: { enrollmentId: id, userId: ctx.userId },
      });
    });
  }
}
