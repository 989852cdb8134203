import { Module } from '@nestjs/common';
import { MailLimits, FailureLimiter } from '@tessera/platform';
import { CompaniesRepository } from './companies/companies.repository.js';
import { CompanyFormation } from './companies/company-formation.js';
import { CompanyLookup } from './companies/company-lookup.repository.js';
import { FailedCodeLimiter } from './companies/failed-code-limiter.js';
import { FillCompanySearchKeys } from './companies/fill-company-search-keys.js';
import { FoundCompanyHandler } from './companies/found-company.js';
import { GetCompanyHandler } from './companies/get-company.js';
import { AcceptInvitationHandler } from './invitations/accept-invitation.js';
import { CancelInvitationHandler } from './invitations/cancel-invitation.js';
import { CreateInvitationHandler } from './invitations/create-invitation.js';
import { InvitationAcceptance } from './invitations/invitation-acceptance.js';
import { InvitationLookup } from './invitations/invitation-lookup.repository.js';
import { InvitationMail } from './invitations/invitation-mail.js';
import { InvitationsRepository } from './invitations/invitations.repository.js';
import { JoinCompanyHandler } from './invitations/join-company.js';
import { ListInvitationsHandler } from './invitations/list-invitations.js';
import { ResendInvitationHandler } from './invitations/resend-invitation.js';
import { InspectLinkHandler } from './links/inspect-link.js';
import { LinkMails } from './links/link-mails.js';
import { LinkSubjectsRepository } from './links/link-subjects.repository.js';
import { LinksRepository } from './links/links.repository.js';
import { MintLinkHandler } from './links/mint-link.js';
import { ForgotPasswordHandler } from './passwords/forgot-password.js';
import { FormerPasswordsRepository } from './passwords/former-passwords.repository.js';
import { NewPasswords } from './passwords/new-passwords.js';
import { Passwords } from './passwords/passwords.js';
import { ResetPasswordHandler } from './passwords/reset-password.js';
import { ActivateHandler } from './registrations/activate.js';
import { LicenseClaimSaga } from './registrations/license-claim-saga.js';
import { LicenseClaimsRepository } from './registrations/license-claims.repository.js';
import { RegisterHandler } from './registrations/register.js';
import { RegistrationsRepository } from './registrations/registrations.repository.js';
import { SealedCredentials } from './registrations/sealed-credentials.js';
import { Retention } from './retention/retention.js';
import { RefreshSessionHandler } from './sessions/refresh-session.js';
import { RefreshTokensRepository } from './sessions/refresh-tokens.repository.js';
import { ResolveSessionHandler } from './sessions/resolve-session.js';
import { SessionLifetimes } from './sessions/session-lifetimes.js';
import { SessionLookup } from './sessions/session-lookup.repository.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { SignInLog } from './sessions/sign-in-log.js';
import { SignInHandler } from './sessions/sign-in.js';
import { SignOutHandler } from './sessions/sign-out.js';
import { GetSigningKeysHandler } from './signing-keys/get-signing-keys.js';
import { KeyRing } from './signing-keys/key-ring.js';
import { SigningKeysRepository } from './signing-keys/signing-keys.repository.js';
import { BootstrapAdmin } from './staff/bootstrap-admin.js';
import { CreateStaffUserHandler } from './staff/create-staff-user.js';
import { GetStaffCompanyHandler } from './staff/get-staff-company.js';
import { ListStaffCompaniesHandler } from './staff/list-staff-companies.js';
import { ListStaffCompanyUsersHandler } from './staff/list-staff-company-users.js';
import { ListStaffUsersHandler } from './staff/list-staff-users.js';
import { StaffUsers } from './staff/staff-users.js';
import { SignInFailuresRepository } from './throttling/sign-in-failures.repository.js';
import { SignInThrottle } from './throttling/sign-in-throttle.js';
import { GetContactHandler } from './users/get-contact.js';
import { GetMeHandler } from './users/get-me.js';
import { ListContactsHandler } from './users/list-contacts.js';
import { MembershipsRepository } from './users/memberships.repository.js';
import { UpdateMeHandler } from './users/update-me.js';
import { UsersRepository } from './users/users.repository.js';

@Module({
  controllers: [
    RegisterHandler,
    ActivateHandler,
    SignInHandler,
    SignOutHandler,
    RefreshSessionHandler,
    ResolveSessionHandler,
    GetSigningKeysHandler,
    ForgotPasswordHandler,
    ResetPasswordHandler,
    GetMeHandler,
    UpdateMeHandler,
    CreateInvitationHandler,
    ListInvitationsHandler,
    ResendInvitationHandler,
    CancelInvitationHandler,
    AcceptInvitationHandler,
    JoinCompanyHandler,
    CreateStaffUserHandler,
    ListStaffUsersHandler,
    ListStaffCompaniesHandler,
    GetStaffCompanyHandler,
    ListStaffCompanyUsersHandler,
    GetContactHandler,
    ListContactsHandler,
    FoundCompanyHandler,
    GetCompanyHandler,
    MintLinkHandler,
    InspectLinkHandler,
  ],
  providers: [
    BootstrapAdmin,
    CompaniesRepository,
    CompanyFormation,
    CompanyLookup,
    FailedCodeLimiter,
    FailureLimiter,
    FillCompanySearchKeys,
    FormerPasswordsRepository,
    InvitationAcceptance,
    InvitationLookup,
    InvitationMail,
    InvitationsRepository,
    KeyRing,
    LicenseClaimSaga,
    LicenseClaimsRepository,
    LinkMails,
    LinksRepository,
    LinkSubjectsRepository,
    MailLimits,
    MembershipsRepository,
    NewPasswords,
    Passwords,
    RefreshTokensRepository,
    RegistrationsRepository,
    Retention,
    SealedCredentials,
    SessionLifetimes,
    SessionLookup,
    SessionsRepository,
    SigningKeysRepository,
    SignInFailuresRepository,
    SignInLog,
    SignInThrottle,
    StaffUsers,
    UsersRepository,
  ],
})
export class AppModule {}
