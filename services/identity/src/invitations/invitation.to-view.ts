import { displayEmail, type InvitationView } from '@tessera/contracts';
import type { Invitation } from './invitation.entity.js';

export const toInvitationView = (invitation: Invitation): InvitationView => ({
  id: invitation.id,
  email: displayEmail(invitation.email),
  purpose: invitation.purpose,
  rights: invitation.rights,
  status: invitation.stateAt(new Date()),
  inviterId: invitation.inviterId,
  createdAt: invitation.createdAt.toISOString(),
  expiresAt: invitation.expiresAt.toISOString(),
});
