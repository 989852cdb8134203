/** Made by `npm run generate`; do not edit. */
import { FoundCompanyHandler } from './companies/found-company.js';
import { GetCompanyHandler } from './companies/get-company.js';
import { AcceptInvitationHandler } from './invitations/accept-invitation.js';
import { CancelInvitationHandler } from './invitations/cancel-invitation.js';
import { CreateInvitationHandler } from './invitations/create-invitation.js';
import { JoinCompanyHandler } from './invitations/join-company.js';
import { ListInvitationsHandler } from './invitations/list-invitations.js';
import { ResendInvitationHandler } from './invitations/resend-invitation.js';
import { InspectLinkHandler } from './links/inspect-link.js';
import { MintLinkHandler } from './links/mint-link.js';
import { ForgotPasswordHandler } from './passwords/forgot-password.js';
import { ResetPasswordHandler } from './passwords/reset-password.js';
import { ActivateHandler } from './registrations/activate.js';
import { RegisterHandler } from './registrations/register.js';
import { RefreshSessionHandler } from './sessions/refresh-session.js';
import { ResolveSessionHandler } from './sessions/resolve-session.js';
import { SignInHandler } from './sessions/sign-in.js';
import { SignOutHandler } from './sessions/sign-out.js';
import { GetSigningKeysHandler } from './signing-keys/get-signing-keys.js';
import { CreateStaffUserHandler } from './staff/create-staff-user.js';
import { GetStaffCompanyHandler } from './staff/get-staff-company.js';
import { ListStaffCompaniesHandler } from './staff/list-staff-companies.js';
import { ListStaffCompanyUsersHandler } from './staff/list-staff-company-users.js';
import { ListStaffUsersHandler } from './staff/list-staff-users.js';
import { GetContactHandler } from './users/get-contact.js';
import { GetMeHandler } from './users/get-me.js';
import { ListContactsHandler } from './users/list-contacts.js';
import { UpdateMeHandler } from './users/update-me.js';
import { CompaniesRepository } from './companies/companies.repository.js';
import { CompanyFormation } from './companies/company-formation.js';
import { CompanyLookup } from './companies/company-lookup.repository.js';
import { FailedCodeLimiter } from './companies/failed-code-limiter.js';
import { FillCompanySearchKeys } from './companies/fill-company-search-keys.js';
import { InvitationAcceptance } from './invitations/invitation-acceptance.js';
import { InvitationLookup } from './invitations/invitation-lookup.repository.js';
import { InvitationMail } from './invitations/invitation-mail.js';
import { InvitationsRepository } from './invitations/invitations.repository.js';
import { LinkMails } from './links/link-mails.js';
import { LinkSubjectsRepository } from './links/link-subjects.repository.js';
import { LinksRepository } from './links/links.repository.js';
import { FormerPasswordsRepository } from './passwords/former-passwords.repository.js';
import { NewPasswords } from './passwords/new-passwords.js';
import { Passwords } from './passwords/passwords.js';
import { LicenseClaimSaga } from './registrations/license-claim-saga.js';
import { LicenseClaimsRepository } from './registrations/license-claims.repository.js';
import { RegistrationsRepository } from './registrations/registrations.repository.js';
import { SealedCredentials } from './registrations/sealed-credentials.js';
import { Retention } from './retention/retention.js';
import { RefreshTokensRepository } from './sessions/refresh-tokens.repository.js';
import { SessionLifetimes } from './sessions/session-lifetimes.js';
import { SessionLookup } from './sessions/session-lookup.repository.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { SignInLog } from './sessions/sign-in-log.js';
import { KeyRing } from './signing-keys/key-ring.js';
import { SigningKeysRepository } from './signing-keys/signing-keys.repository.js';
import { BootstrapAdmin } from './staff/bootstrap-admin.js';
import { StaffUsers } from './staff/staff-users.js';
import { SignInFailuresRepository } from './throttling/sign-in-failures.repository.js';
import { SignInThrottle } from './throttling/sign-in-throttle.js';
import { MembershipsRepository } from './users/memberships.repository.js';
import { UsersRepository } from './users/users.repository.js';
import { Company } from './companies/company.entity.js';
import { Invitation } from './invitations/invitation.entity.js';
import { LinkToken } from './links/link-token.entity.js';
import { Link } from './links/link.entity.js';
import { FormerPassword } from './passwords/former-password.entity.js';
import { LicenseClaim } from './registrations/license-claim.entity.js';
import { Registration } from './registrations/registration.entity.js';
import { AccessToken } from './sessions/access-token.entity.js';
import { KnownDevice } from './sessions/known-device.entity.js';
import { RefreshToken } from './sessions/refresh-token.entity.js';
import { Session } from './sessions/session.entity.js';
import { SigningKey } from './signing-keys/signing-key.entity.js';
import { SignInFailure } from './throttling/sign-in-failure.entity.js';
import { Membership } from './users/membership.entity.js';
import { User } from './users/user.entity.js';

export const handlers = [
  FoundCompanyHandler,
  GetCompanyHandler,
  AcceptInvitationHandler,
  CancelInvitationHandler,
  CreateInvitationHandler,
  JoinCompanyHandler,
  ListInvitationsHandler,
  ResendInvitationHandler,
  InspectLinkHandler,
  MintLinkHandler,
  ForgotPasswordHandler,
  ResetPasswordHandler,
  ActivateHandler,
  RegisterHandler,
  RefreshSessionHandler,
  ResolveSessionHandler,
  SignInHandler,
  SignOutHandler,
  GetSigningKeysHandler,
  CreateStaffUserHandler,
  GetStaffCompanyHandler,
  ListStaffCompaniesHandler,
  ListStaffCompanyUsersHandler,
  ListStaffUsersHandler,
  GetContactHandler,
  GetMeHandler,
  ListContactsHandler,
  UpdateMeHandler,
];

export const consumers = [];

export const providers = [
  CompaniesRepository,
  CompanyFormation,
  CompanyLookup,
  FailedCodeLimiter,
  FillCompanySearchKeys,
  InvitationAcceptance,
  InvitationLookup,
  InvitationMail,
  InvitationsRepository,
  LinkMails,
  LinkSubjectsRepository,
  LinksRepository,
  FormerPasswordsRepository,
  NewPasswords,
  Passwords,
  LicenseClaimSaga,
  LicenseClaimsRepository,
  RegistrationsRepository,
  SealedCredentials,
  Retention,
  RefreshTokensRepository,
  SessionLifetimes,
  SessionLookup,
  SessionsRepository,
  SignInLog,
  KeyRing,
  SigningKeysRepository,
  BootstrapAdmin,
  StaffUsers,
  SignInFailuresRepository,
  SignInThrottle,
  MembershipsRepository,
  UsersRepository,
];

export const entities = [
  Company,
  Invitation,
  LinkToken,
  Link,
  FormerPassword,
  LicenseClaim,
  Registration,
  AccessToken,
  KnownDevice,
  RefreshToken,
  Session,
  SigningKey,
  SignInFailure,
  Membership,
  User,
];
