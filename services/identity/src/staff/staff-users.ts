import { Injectable } from '@nestjs/common';
import { uuidv7, type Tx } from '@tessera/platform';
import { LinkMails } from '../links/link-mails.js';
import { emailKey } from '../users/email-key.js';
import { User } from '../users/user.entity.js';
import { UsersRepository } from '../users/users.repository.js';

export type NewStaffUser = Pick<User, 'email' | 'firstName' | 'lastName' | 'staffRole' | 'partnerId'>;

/** The vendor's people: accounts without a company, which begin with a mailed link. */
@Injectable()
export class StaffUsers {
  constructor(
    private readonly users: UsersRepository,
    private readonly mails: LinkMails,
  ) {}

  /** @returns null when the address has an account already */
  async invite(person: NewStaffUser, tx: Tx): Promise<User | null> {
    const user = Object.assign(new User(), {
      ...person,
      id: uuidv7(),
      emailKey: emailKey(person.email),
      activatedAt: null,
      version: 1,
      createdAt: new Date(),
    });
    if (!(await this.users.insert(user, tx))) return null;
    await this.mail(user, tx);
    return user;
  }

  async mail(user: User, tx: Tx): Promise<void> {
    const { email, id } = user;
    const sender = { from: 'staff' };
    await this.mails.request({ purpose: 'staff_invitation', email, userId: id, sender }, tx);
  }
}
