import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, LOGGER, RequestContext, Transaction, type Tx } from '@tessera/platform';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { LinksRepository } from '../links/links.repository.js';
import { emailKey } from '../users/email-key.js';
import type { User } from '../users/user.entity.js';
import { UsersRepository } from '../users/users.repository.js';
import { StaffUsers } from './staff-users.js';

const ROLE = 'platform-admin';

/** The first platform-admin, by a mailed link, once: as soon as an administrator can sign in, the variable has no effect. */
@Injectable()
export class BootstrapAdmin implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly transaction: Transaction,
    private readonly staff: StaffUsers,
    private readonly users: UsersRepository,
    private readonly links: LinksRepository,
  ) {}

  async onModuleInit(): Promise<void> {
    const email = this.config.BOOTSTRAP_ADMIN_EMAIL;
    if (email) await this.transaction.run(RequestContext.system(), (tx) => this.invite(email, tx));
  }

  private async invite(email: string, tx: Tx): Promise<void> {
    const admins = await this.users.holdStaff(ROLE, tx);
    if (admins.some((admin) => admin.activatedAt)) return;
    const waiting = admins.find((admin) => admin.emailKey === emailKey(email));
    if (waiting) return this.remind(waiting, tx);
    const person = {
      email,
      firstName: 'Platform',
      lastName: 'Administrator',
      staffRole: ROLE,
      partnerId: null,
    };
    const user = await this.staff.invite(person, tx);
    if (!user)
      this.logger.error('BOOTSTRAP_ADMIN_EMAIL is the address of an account that is none of the staff');
  }

  /** A link that expired unused would lock all administrators out. */
  private async remind(user: User, tx: Tx): Promise<void> {
    if (!(await this.links.hasUsable(user.id, tx))) await this.staff.mail(user, tx);
  }
}
