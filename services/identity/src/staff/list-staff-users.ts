import { listStaffUsers, type ListStaffUsers, type StaffUserList } from '@tessera/contracts';
import { Cursors, Database, Handles } from '@tessera/platform';
import { UsersRepository } from '../users/users.repository.js';
import { toStaffUserView } from './staff-user.to-view.js';

const SCOPE = 'staff-users';

@Handles(listStaffUsers)
export class ListStaffUsersHandler {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly users: UsersRepository,
  ) {}

  async handle(input: ListStaffUsers): Promise<StaffUserList> {
    const limit = input.limit ?? 25;
    const before = input.cursor ? String(this.cursors.decode(input.cursor, SCOPE)[0]) : null;
    const read = await this.users.staff(before, limit + 1, this.database);
    return this.cursors.page(read, limit, SCOPE, (u) => [u.id], toStaffUserView);
  }
}
