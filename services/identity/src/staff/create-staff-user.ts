import { createStaffUser, type CreateStaffUser, type StaffUserView } from '@tessera/contracts';
import { Handles, refuse, Transaction, type RequestContext } from '@tessera/platform';
import { toStaffUserView } from './staff-user.to-view.js';
import { StaffUsers } from './staff-users.js';

@Handles(createStaffUser)
export class CreateStaffUserHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly staff: StaffUsers,
  ) {}

  async handle(input: CreateStaffUser, ctx: RequestContext): Promise<StaffUserView> {
    if (input.partnerId && input.role !== 'partner') {
      const detail = 'belongs to the role partner';
      refuse('VALIDATION_FAILED', { errors: [{ field: 'partnerId', code: 'NOT_ALLOWED', detail }] });
    }
    return this.transaction.run(ctx, async (tx) => {
      const user = await this.staff.invite(
        {
          email: input.email,
          firstName: input.firstName.trim(),
          lastName: input.lastName.trim(),
          staffRole: input.role,
          partnerId: input.partnerId ?? null,
        },
        tx,
      );
      return toStaffUserView(user ?? refuse('EMAIL_TAKEN'));
    });
  }
}
