/** Made by `npm run generate`; do not edit. */
import { CheckActivationHandler } from './activations/check-activation.js';
import { CreateActivationHandler } from './activations/create-activation.js';
import { EndActivationHandler } from './activations/end-activation.js';
import { ListProductsHandler } from './catalogue/list-products.js';
import { GetKeyFileHandler, GetKeyFileV1Handler } from './key-files/get-key-file.js';
import { GetRootKeyHandler } from './key-files/get-root-key.js';
import { MakeKeyFileArchiveHandler } from './key-files/make-key-file-archive.js';
import { OrderKeyFilesHandler } from './key-files/order-key-files.js';
import { AddLicenseHandler } from './licenses/add-license.js';
import { BlockLicenseHandler } from './licenses/block-license.js';
import { ClaimCodeHandler } from './licenses/claim-code.js';
import { GetEntitlementsHandler } from './licenses/get-entitlements.js';
import { GetLicenseHandler } from './licenses/get-license.js';
import { ListLicenseApplicationsHandler } from './licenses/list-license-applications.js';
import { ListLicensesHandler } from './licenses/list-licenses.js';
import { ListStaffLicensesHandler } from './licenses/list-staff-licenses.js';
import { RemoveLicenseHandler } from './licenses/remove-license.js';
import { UnblockLicenseHandler } from './licenses/unblock-license.js';
import { CreateOrderHandler } from './orders/create-order.js';
import { ListOrdersHandler } from './orders/list-orders.js';
import { ListSeatsHandler } from './seats/list-seats.js';
import { ReleaseSeatHandler } from './seats/release-seat.js';
import { ActivationTokens } from './activations/activation-tokens.js';
import { ActivationsRepository } from './activations/activations.repository.js';
import { ActivationBatchRepository } from './activations/batch/activation-batch.repository.js';
import { ActivationBatch } from './activations/batch/activation-batch.js';
import { BatchedActivations } from './activations/batch/batched-activations.js';
import { KnownActivations } from './activations/batch/known-activations.js';
import { Certificates } from './activations/certificates.js';
import { CoveringEntries } from './activations/covering-entries.js';
import { Audit } from './audit/audit.repository.js';
import { CatalogueRepository } from './catalogue/catalogue.repository.js';
import { Catalogue } from './catalogue/catalogue.js';
import { CodeFailuresRepository } from './codes/code-failures.repository.js';
import { CodeVault } from './codes/code-vault.js';
import { FailedCodeLimiter } from './codes/failed-code-limiter.js';
import { LicenseCredentials } from './codes/license-credential.js';
import { KeyFileMails } from './key-files/key-file-mails.js';
import { KeyFilesRepository } from './key-files/key-files.repository.js';
import { KeyFiles } from './key-files/key-files.js';
import { LicenseAssignment } from './licenses/license-assignment.js';
import { LicenseLookup } from './licenses/license-lookup.repository.js';
import { LicenseViews } from './licenses/license.to-view.js';
import { LicensesRepository } from './licenses/licenses.repository.js';
import { MintedLicenses } from './orders/minted-licenses.js';
import { OrdersRepository } from './orders/orders.repository.js';
import { SellableOrders } from './orders/sellable-orders.js';
import { SeatsRepository } from './seats/seats.repository.js';
import { Activation } from './activations/activation.entity.js';
import { AuditEntry } from './audit/audit-entry.entity.js';
import { ProductApplication } from './catalogue/product-application.entity.js';
import { ProductCover } from './catalogue/product-cover.entity.js';
import { ProductGroup } from './catalogue/product-group.entity.js';
import { ProductVersion } from './catalogue/product-version.entity.js';
import { Product } from './catalogue/product.entity.js';
import { CodeFailure } from './codes/code-failure.entity.js';
import { KeyFileOrder } from './key-files/key-file-order.entity.js';
import { KeyFile } from './key-files/key-file.entity.js';
import { LicenseEntry } from './licenses/license-entry.entity.js';
import { License } from './licenses/license.entity.js';
import { RemovedLicense } from './licenses/removed-license.entity.js';
import { LicenseOrder } from './orders/license-order.entity.js';
import { Seat } from './seats/seat.entity.js';

export const handlers = [
  CheckActivationHandler,
  CreateActivationHandler,
  EndActivationHandler,
  ListProductsHandler,
  GetKeyFileHandler,
  GetKeyFileV1Handler,
  GetRootKeyHandler,
  MakeKeyFileArchiveHandler,
  OrderKeyFilesHandler,
  AddLicenseHandler,
  BlockLicenseHandler,
  ClaimCodeHandler,
  GetEntitlementsHandler,
  GetLicenseHandler,
  ListLicenseApplicationsHandler,
  ListLicensesHandler,
  ListStaffLicensesHandler,
  RemoveLicenseHandler,
  UnblockLicenseHandler,
  CreateOrderHandler,
  ListOrdersHandler,
  ListSeatsHandler,
  ReleaseSeatHandler,
];

export const consumers = [];

export const providers = [
  ActivationTokens,
  ActivationsRepository,
  ActivationBatchRepository,
  ActivationBatch,
  BatchedActivations,
  KnownActivations,
  Certificates,
  CoveringEntries,
  Audit,
  CatalogueRepository,
  Catalogue,
  CodeFailuresRepository,
  CodeVault,
  FailedCodeLimiter,
  LicenseCredentials,
  KeyFileMails,
  KeyFilesRepository,
  KeyFiles,
  LicenseAssignment,
  LicenseLookup,
  LicenseViews,
  LicensesRepository,
  MintedLicenses,
  OrdersRepository,
  SellableOrders,
  SeatsRepository,
];

export const entities = [
  Activation,
  AuditEntry,
  ProductApplication,
  ProductCover,
  ProductGroup,
  ProductVersion,
  Product,
  CodeFailure,
  KeyFileOrder,
  KeyFile,
  LicenseEntry,
  License,
  RemovedLicense,
  LicenseOrder,
  Seat,
];
