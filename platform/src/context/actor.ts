/** Who asks, as identity vouches for it; the claims of the token in the `Tessera-Actor` header. */
export interface Actor {
  userId: string;
  /** null: a person without a company, or one of the vendor's people. */
  companyId: string | null;
  /** owner | administrator | member | device_member | none, or a staff role, or partner. */
  role: string;
  /** The company rights in force; an owner's are all of them. */
  rights: readonly string[];
  sessionId: string;
  /** Set for the role `partner`. */
  partnerId?: string;
  /** BCP 47 tag of the account, if it has chosen one. */
  language?: string;
}
