import type { Person } from '../users/person.js';

/** A person with what is needed to sign in. */
export interface Account extends Person {
  /** null: not activated. */
  passwordHash: string | null;
}
