import type { linkPurposes } from '@tessera/contracts';

export type LinkPurpose = (typeof linkPurposes)[number];

/** A link that was mailed or will be: one purpose, one address, one lifetime, used once. Its tokens are in `link_token`. */
export interface Link {
  id: string;
  purpose: LinkPurpose;
  email: string;
  emailKey: string;
  /** The account it is for; of a password reset only once the mail is written. */
  userId: string | null;
  registrationId: string | null;
  invitationId: string | null;
  expiresAt: Date;
}

export const LINK_COLUMNS = `link.id, link.purpose, link.email, link.email_key as "emailKey", link.user_id as "userId",
  link.registration_id as "registrationId", link.invitation_id as "invitationId", link.expires_at as "expiresAt"`;

/** The portal's page that posts the token. */
export const pageOf: Record<LinkPurpose, string> = {
  activation: 'activate',
  staff_invitation: 'activate',
  password_reset: 'reset-password',
  invitation: 'accept-invitation',
};
