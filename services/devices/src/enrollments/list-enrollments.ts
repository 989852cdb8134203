import {
  listEnrollments,
  type EnrollmentPage,
  type ListEnrollments,
  type LiveEnrollment,
} from '@tessera/contracts';
import { Cursors, Database, Handles, type RequestContext } from '@tessera/platform';
import type { Enrollment } from './enrollment.entity.js';
import { EnrollmentsRepository } from './enrollments.repository.js';

@Handles(listEnrollments)
export class ListEnrollmentsHandler {
  constructor(
    private readonly database: Database,
    private readonly enrollments: EnrollmentsRepository,
    private readonly cursors: Cursors,
  ) {}

  async handle(input: ListEnrollments, ctx: RequestContext): Promise<EnrollmentPage> {
    const { limit = 25, cursor } = input;
    const scope = `enrollments:${ctx.companyId}`;
    const before = cursor ? String(this.cursors.decode(cursor, scope)[0]) : null;
    const read = await this.enrollments.live(ctx.companyId, before, limit + 1, this.database);
    return this.cursors.page(read, limit, scope, (e) => [e.id], toLiveEnrollment);
  }
}

const toLiveEnrollment = (e: Enrollment): LiveEnrollment => ({
  id: e.id,
  codeEnding: e.codeEnding,
  createdBy: e.createdBy,
  createdAt: e.createdAt.toISOString(),
  expiresAt: e.expiresAt.toISOString(),
  uses: e.uses,
  maxUses: e.maxUses,
});
