import { Injectable } from '@nestjs/common';
import type { InspectedLink } from '@tessera/contracts';
import { columns, hydrate, repositoryOf, type Db } from '@tessera/platform';
import { IsNull, Not } from 'typeorm';
import { Registration } from '../registrations/registration.entity.js';
import { SealedCredentials } from '../registrations/sealed-credentials.js';
import { companyNameOf, fullName } from '../users/derived-names.js';
import { User } from '../users/user.entity.js';
import type { Link } from './link.entity.js';

/** Whom a link is for, and what it stands for. */
export interface LinkSubject extends Omit<InspectedLink, 'purpose' | 'expiresAt'> {
  language: string;
  /** The account, where there is one. */
  userId: string | null;
}

interface InviteeRow {
  language: string;
  companyName: string;
  inviterFirstName: string;
  inviterLastName: string;
  firstName: string;
  lastName: string;
}

const NOTHING = {
  companyName: null,
  inviterName: null,
  license: 'none',
  codeEnd: null,
  userId: null,
} as const;
const DEFAULT_LANGUAGE = 'en';

/** Reads what a link is about. null: the person or the invitation that it was for is not there any more. */
@Injectable()
export class LinkSubjectsRepository {
  constructor(private readonly credentials: SealedCredentials) {}

  of(link: Link, db: Db): Promise<LinkSubject | null> {
    switch (link.purpose) {
      case 'activation':
        return this.registrant(link, db);
      case 'password_reset':
        return this.accountHolder(link, db);
      case 'invitation':
        return this.invitee(link, db);
      case 'staff_invitation':
        return this.staffMember(link, db);
    }
  }

  /** null if the address has an account: a registration must not touch it. */
  private async registrant(link: Link, db: Db): Promise<LinkSubject | null> {
    const [row] = await db.query(
      `select ${columns(Registration, 'r')} from registration r
        where id = $1 and not exists (select 1 from user_account u where u.email_key = r.email_key)`,
      [link.registrationId],
    );
    if (!row) return null;
    const registration = hydrate(Registration, row);
    const { firstName, lastName, language } = registration;
    const { activationCode, keyFile } = this.credentials.open(registration);
    const license = activationCode ? 'code' : keyFile ? 'key_file' : 'none';
    return {
      ...NOTHING,
      email: link.email,
      firstName,
      lastName,
      language,
      license,
      // Without a license no company is founded.
      companyName: license === 'none' ? null : companyNameOf(registration),
      codeEnd: activationCode ? endOf(activationCode) : null,
    };
  }

  /** The address as stored, whatever was typed. */
  private async accountHolder(link: Link, db: Db): Promise<LinkSubject | null> {
    const user = await repositoryOf(db, User).findOneBy({
      emailKey: link.emailKey,
      activatedAt: Not(IsNull()),
    });
    return user && { ...NOTHING, ...subjectOf(user), email: user.email };
  }

  private async invitee(link: Link, db: Db): Promise<LinkSubject | null> {
    const [i] = await db.query<InviteeRow>(
      `select coalesce(u.first_name, '') as "firstName", coalesce(u.last_name, '') as "lastName",
              coalesce(u.language, i.language) as language, c.name as "companyName",
              coalesce(inviter.first_name, '') as "inviterFirstName", coalesce(inviter.last_name, '') as "inviterLastName"
         from invitation i join company c on c.id = i.company_id
         left join user_account u on u.email_key = i.email_key
         left join user_account inviter on inviter.id = i.inviter_id
        where i.id = $1 and i.accepted_at is null and i.cancelled_at is null`,
      [link.invitationId],
    );
    if (!i) return null;
    const { firstName, lastName, language, companyName } = i;
    const inviterName = fullName({ firstName: i.inviterFirstName, lastName: i.inviterLastName });
    return { ...NOTHING, email: link.email, firstName, lastName, language, companyName, inviterName };
  }

  private async staffMember(link: Link, db: Db): Promise<LinkSubject | null> {
    const user = await repositoryOf(db, User).findOneBy({ id: link.userId!, activatedAt: IsNull() });
    return user && { ...NOTHING, ...subjectOf(user), email: link.email };
  }
}

const subjectOf = ({ id, firstName, lastName, language }: User) => ({
  userId: id,
  firstName,
  lastName,
  language: language ?? DEFAULT_LANGUAGE,
});

/** As much of a code as tells its owner which one it is, and tells others nothing. */
const endOf = (code: string): string =>
  Array.from(code.replace(/[^\p{L}\p{N}]/gu, ''))
    .slice(-5)
    .join('');
