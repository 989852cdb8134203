import { Module } from '@nestjs/common';
import { MailLimits, FailureLimiter } from '@tessera/platform';
import { CodeGuesses } from './companies/code-guesses.js';
import { FoundCompanyHandler } from './companies/found-company.js';
import { GetCompanyHandler } from './companies/get-company.js';
import { LaterFoundings } from './companies/later-foundings.js';
import { SignInGuard } from './guessing/sign-in-guard.js';
import { AcceptInvitationHandler } from './invitations/accept-invitation.js';
import { CancelInvitationHandler } from './invitations/cancel-invitation.js';
import { CreateInvitationHandler } from './invitations/create-invitation.js';
import { InvitationMail } from './invitations/invitation-mail.js';
import { Invitations } from './invitations/invitations.repository.js';
import { JoinCompanyHandler } from './invitations/join-company.js';
import { Joining } from './invitations/joining.js';
import { ListInvitationsHandler } from './invitations/list-invitations.js';
import { ResendInvitationHandler } from './invitations/resend-invitation.js';
import { InspectLinkHandler } from './links/inspect-link.js';
import { LinkSubjects } from './links/link-subjects.js';
import { Links } from './links/links.repository.js';
import { MintLinkHandler } from './links/mint-link.js';
import { ForgotPasswordHandler } from './passwords/forgot-password.js';
import { NewPasswords } from './passwords/new-passwords.js';
import { Passwords } from './passwords/passwords.js';
import { ResetPasswordHandler } from './passwords/reset-password.js';
import { ActivateHandler } from './registrations/activate.js';
import { Founding } from './registrations/founding.js';
import { LicenseClaims } from './registrations/license-claims.js';
import { RegisterHandler } from './registrations/register.js';
import { CompanyKeys } from './companies/company-keys.js';
import { Sweep } from './retention/sweep.js';
import { KnownDevices } from './sessions/known-devices.js';
import { RefreshSessionHandler } from './sessions/refresh-session.js';
import { ResolveSessionHandler } from './sessions/resolve-session.js';
import { Sessions } from './sessions/sessions.repository.js';
import { SignInLog } from './sessions/sign-in-log.js';
import { SignInHandler } from './sessions/sign-in.js';
import { SignOutHandler } from './sessions/sign-out.js';
import { GetSigningKeysHandler } from './signing-keys/get-signing-keys.js';
import { KeyRing } from './signing-keys/key-ring.js';
import { BootstrapAdmin } from './staff/bootstrap-admin.js';
import { CreateStaffUserHandler } from './staff/create-staff-user.js';
import { GetStaffCompanyHandler } from './staff/get-staff-company.js';
import { ListStaffCompaniesHandler } from './staff/list-staff-companies.js';
import { ListStaffCompanyUsersHandler } from './staff/list-staff-company-users.js';
import { ListStaffUsersHandler } from './staff/list-staff-users.js';
import { StaffCompanies } from './staff/staff-companies.js';
import { StaffUsers } from './staff/staff-users.js';
import { GetContactHandler } from './users/get-contact.js';
import { GetMeHandler } from './users/get-me.js';
import { ListContactsHandler } from './users/list-contacts.js';
import { Memberships } from './users/memberships.repository.js';
import { UpdateMeHandler } from './users/update-me.js';
import { Users } from './users/users.repository.js';

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
    FailureLimiter,
    BootstrapAdmin,
    CodeGuesses,
    Founding,
    InvitationMail,
    Invitations,
    Joining,
    KeyRing,
    KnownDevices,
    LaterFoundings,
    LicenseClaims,
    Links,
    LinkSubjects,
    MailLimits,
    Memberships,
    NewPasswords,
    Passwords,
    Sessions,
    SignInGuard,
    SignInLog,
    StaffCompanies,
    StaffUsers,
    CompanyKeys,
    Sweep,
    Users,
  ],
})
export class AppModule {}
