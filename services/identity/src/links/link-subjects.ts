import { Injectable } from '@nestjs/common';
import type { InspectedLink } from '@tessera/contracts';
import { DataKey, type Db } from '@tessera/platform';
import { CODE_PURPOSE } from '../registrations/registration.js';
import { companyNameOf, fullName } from '../users/derived-names.js';
import type { Link } from './link.js';

/** Whom a link is for, and what it stands for. */
export interface LinkSubject extends Omit<InspectedLink, 'purpose' | 'expiresAt'> {
  language: string;
  /** The account, where there is one. */
  userId: string | null;
}

interface Form {
  firstName: string;
  lastName: string;
  companyName: string | null;
  language: string;
  codeSealed: Buffer | null;
  byKeyFile: boolean;
}
interface Account {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  language: string;
}
interface Invited {
  firstName: string;
  lastName: string;
  language: string;
  companyName: string;
  inviterFirstName: string;
  inviterLastName: string;
}

const nothing = {
  companyName: null,
  inviterName: null,
  license: 'none',
  codeEnd: null,
  userId: null,
} as const;
const ACCOUNT = `id, email, first_name as "firstName", last_name as "lastName", coalesce(language, 'en') as language`;

/** Reads what a link is about. null: there is nobody any more whom it could be for. */
@Injectable()
export class LinkSubjects {
  constructor(private readonly dataKey: DataKey) {}

  of(link: Link, db: Db): Promise<LinkSubject | null> {
    switch (link.purpose) {
      case 'activation':
        return this.registrant(link, db);
      case 'password_reset':
        return this.forgetful(link, db);
      case 'invitation':
        return this.invitee(link, db);
      case 'staff_invitation':
        return this.colleague(link, db);
    }
  }

  /** Nobody, if the address has an account: a registration must not touch it. */
  private async registrant(link: Link, db: Db): Promise<LinkSubject | null> {
    const [r] = await db.query<Form>(
      `select first_name as "firstName", last_name as "lastName", company_name as "companyName", language,
              code_sealed as "codeSealed", key_file_sealed is not null as "byKeyFile" from registration r
        where id = $1 and not exists (select 1 from user_account u where u.email_key = r.email_key)`,
      [link.registrationId],
    );
    if (!r) return null;
    const { firstName, lastName, language } = r;
    const license = r.codeSealed ? 'code' : r.byKeyFile ? 'key_file' : 'none';
    return {
      ...nothing,
      email: link.email,
      firstName,
      lastName,
      language,
      license,
      // Without a license none is founded.
      companyName: license === 'none' ? null : companyNameOf(r),
      codeEnd: r.codeSealed && endOf(this.dataKey.decrypt(r.codeSealed, CODE_PURPOSE).toString()),
    };
  }

  /** The address as stored, whatever was typed. */
  private async forgetful(link: Link, db: Db): Promise<LinkSubject | null> {
    const [u] = await db.query<Account>(
      `select ${ACCOUNT} from user_account where email_key = $1 and activated_at is not null`,
      [link.emailKey],
    );
    return u ? { ...nothing, ...subjectOf(u), email: u.email } : null;
  }

  private async invitee(link: Link, db: Db): Promise<LinkSubject | null> {
    const [i] = await db.query<Invited>(
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
    return { ...nothing, email: link.email, firstName, lastName, language, companyName, inviterName };
  }

  private async colleague(link: Link, db: Db): Promise<LinkSubject | null> {
    const [u] = await db.query<Account>(
      `select ${ACCOUNT} from user_account where id = $1 and activated_at is null`,
      [link.userId],
    );
    return u ? { ...nothing, ...subjectOf(u), email: link.email } : null;
  }
}

const subjectOf = ({ id, firstName, lastName, language }: Account) => ({
  userId: id,
  firstName,
  lastName,
  language,
});

/** As much of a code as tells its owner which one it is, and nobody else anything. */
const endOf = (code: string): string =>
  Array.from(code.replace(/[^\p{L}\p{N}]/gu, ''))
    .slice(-5)
    .join('');
