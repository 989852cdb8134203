import { Module } from '@nestjs/common';
import { CompaniesController } from './companies.controller.js';
import { InvitationsController } from './invitations.controller.js';
import { MeController } from './me.controller.js';
import { PasswordsController } from './passwords.controller.js';
import { RegistrationsController } from './registrations.controller.js';
import { StaffCompaniesController } from './staff-companies.controller.js';
import { StaffUsersController } from './staff-users.controller.js';

@Module({
  controllers: [
    RegistrationsController,
    PasswordsController,
    MeController,
    CompaniesController,
    InvitationsController,
    StaffUsersController,
    StaffCompaniesController,
  ],
})
export class IdentityModule {}
