import { Module } from '@nestjs/common';
import { FailureLimiter, MailLimits } from '@tessera/platform';
import { ActivationTokens } from './activations/activation-tokens.js';
import { ActivationsRepository } from './activations/activations.repository.js';
import { batchProviders } from './activations/batch/index.js';
import { Certificates } from './activations/certificates.js';
import { CheckActivationHandler } from './activations/check-activation.js';
import { CoveringEntries } from './activations/covering-entries.js';
import { CreateActivationHandler } from './activations/create-activation.js';
import { EndActivationHandler } from './activations/end-activation.js';
import { Audit } from './audit/audit.repository.js';
import { CatalogueRepository } from './catalogue/catalogue.repository.js';
import { Catalogue } from './catalogue/catalogue.js';
import { ListProductsHandler } from './catalogue/list-products.js';
import { CodeVault } from './codes/code-vault.js';
import { CodeFailuresRepository } from './codes/code-failures.repository.js';
import { FailedCodeLimiter } from './codes/failed-code-limiter.js';
import { LicenseCredentials } from './codes/license-credential.js';
import { GetKeyFileHandler, GetKeyFileV1Handler } from './key-files/get-key-file.js';
import { GetRootKeyHandler } from './key-files/get-root-key.js';
import { KeyFileMails } from './key-files/key-file-mails.js';
import { KeyFilesRepository } from './key-files/key-files.repository.js';
import { KeyFiles } from './key-files/key-files.js';
import { MakeKeyFileArchiveHandler } from './key-files/make-key-file-archive.js';
import { OrderKeyFilesHandler } from './key-files/order-key-files.js';
import { AddLicenseHandler } from './licenses/add-license.js';
import { BlockLicenseHandler } from './licenses/block-license.js';
import { ClaimCodeHandler } from './licenses/claim-code.js';
import { LicensesRepository } from './licenses/licenses.repository.js';
import { GetEntitlementsHandler } from './licenses/get-entitlements.js';
import { GetLicenseHandler } from './licenses/get-license.js';
import { LicenseViews } from './licenses/license.to-view.js';
import { LicenseLookup } from './licenses/license-lookup.repository.js';
import { ListLicenseApplicationsHandler } from './licenses/list-license-applications.js';
import { ListLicensesHandler } from './licenses/list-licenses.js';
import { ListStaffLicensesHandler } from './licenses/list-staff-licenses.js';
import { LicenseAssignment } from './licenses/license-assignment.js';
import { RemoveLicenseHandler } from './licenses/remove-license.js';
import { UnblockLicenseHandler } from './licenses/unblock-license.js';
import { CreateOrderHandler } from './orders/create-order.js';
import { ListOrdersHandler } from './orders/list-orders.js';
import { MintedLicenses } from './orders/minted-licenses.js';
import { OrdersRepository } from './orders/orders.repository.js';
import { SellableOrders } from './orders/sellable-orders.js';
import { ListSeatsHandler } from './seats/list-seats.js';
import { ReleaseSeatHandler } from './seats/release-seat.js';
import { SeatsRepository } from './seats/seats.repository.js';

@Module({
  controllers: [
    ListProductsHandler,
    CreateOrderHandler,
    ListOrdersHandler,
    AddLicenseHandler,
    ClaimCodeHandler,
    ListLicensesHandler,
    GetLicenseHandler,
    RemoveLicenseHandler,
    ListLicenseApplicationsHandler,
    ListStaffLicensesHandler,
    BlockLicenseHandler,
    UnblockLicenseHandler,
    GetEntitlementsHandler,
    ListSeatsHandler,
    ReleaseSeatHandler,
    CreateActivationHandler,
    CheckActivationHandler,
    EndActivationHandler,
    OrderKeyFilesHandler,
    MakeKeyFileArchiveHandler,
    GetKeyFileHandler,
    GetKeyFileV1Handler,
    GetRootKeyHandler,
  ],
  providers: [
    FailureLimiter,
    CatalogueRepository,
    Catalogue,
    CodeVault,
    LicenseCredentials,
    CodeFailuresRepository,
    FailedCodeLimiter,
    OrdersRepository,
    SellableOrders,
    MintedLicenses,
    LicenseLookup,
    LicensesRepository,
    LicenseAssignment,
    LicenseViews,
    SeatsRepository,
    ActivationTokens,
    ActivationsRepository,
    ...batchProviders,
    CoveringEntries,
    Certificates,
    KeyFileMails,
    KeyFilesRepository,
    KeyFiles,
    MailLimits,
    Audit,
  ],
})
export class AppModule {}
