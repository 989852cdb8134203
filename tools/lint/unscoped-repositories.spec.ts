import { repositories, repositoriesIn } from './repositories.js';

/** Repositories of rows that belong to companies, which look at them across companies, and why they must. */
const ACROSS_COMPANIES: Record<string, string> = {
  LicenseLookup:
    "finds a license by its code or key file, before it is a company's, and for the vendor's staff",
  // identity
  CompanyLookup: 'the vendor’s people see all companies, and a job gives all their search keys',
  InvitationLookup: 'the holder of a link has no company yet',
  // devices
  DevicesAcrossCompanies: 'a device has not proved yet whose it is; the gateway and jobs see all',
  EnrollmentLookup: 'the code says whose the enrollment is',
  OutdatedRowsAcrossCompanies: 'a job deletes by age alone',
  // support
  RequestsAcrossCompanies: "the vendor's people see all requests, and a job closes them",
};

/** Repositories of rows that are no company's, and whose they are. */
const OF_NO_COMPANY: Record<string, string> = {
  ActivationBatchRepository: 'devices activate by a credential of the license',
  ActivationsRepository:
    'devices show the token of their activation; a seat is of a license that the company has read',
  Audit: 'is only written',
  CatalogueRepository: "the vendor's products",
  CodeFailuresRepository: 'wrong codes of addresses and accounts',
  KeyFilesRepository: 'of a license that the caller has read',
  OrdersRepository: "the vendor's and its partners' orders",
  SeatsRepository: 'of a license that the company has read',
  // identity
  FormerPasswordsRepository: 'of a person',
  LicenseClaimsRepository: 'of a person whose company does not exist yet',
  LinksRepository: 'of the person whose mailbox gets the link',
  RefreshTokensRepository: 'of a session',
  RegistrationsRepository: 'of a person whose account does not exist yet',
  SessionLookup: 'of a person',
  SessionsRepository: 'of a person',
  SignInFailuresRepository: 'of an address, which may have no account',
  SigningKeysRepository: 'of the service',
  UsersRepository: 'accounts are people’s, not companies’',
  // devices
  PresenceRepository: 'of devices that the gateway sees',
  UsedChallengesRepository: 'of nonces',
  // support
  AttachmentsRepository: 'of a person, and of the request that the caller has read',
  DataStatementsRepository: 'of a person',
  NamesRepository: 'names that identity tells',
  UploadsRepository: 'of a person',
  // notifications
  AnnouncementsRepository: 'a queue of work, which its job alone reads',
  MailsRepository: 'of a person',
  NotificationsRepository: 'of a person, in the company that the person belongs to now',
};

const listed = [...Object.keys(ACROSS_COMPANIES), ...Object.keys(OF_NO_COMPANY)];

describe('the repositories of the services', () => {
  const unscoped = repositories().filter((one) => one.unscoped.length);

  it('take the company first, or stand on a list with a reason', () => {
    const unlisted = unscoped.filter(({ name }) => !listed.includes(name));
    expect(
      unlisted.map(({ file, name, unscoped: methods }) => `${file}: ${name} (${methods.join()})`),
    ).toEqual([]);
  });

  it('leave the list when all their methods take the company first', () => {
    expect(listed.filter((name) => !unscoped.some((one) => one.name === name))).toEqual([]);
  });

  it('say in their names that they look across companies', () => {
    const silent = Object.keys(ACROSS_COMPANIES).filter((name) => !/(AcrossCompanies|Lookup)$/.test(name));
    expect(silent).toEqual([]);
  });

  it('are unscoped by one public method alone that takes no company', () => {
    const [one] = repositoriesIn(
      'things.repository.ts',
      `import { Thing } from './thing.entity.js';
       export class ThingsRepository extends TenantRepository<Thing> {
         find(companyId: string, id: string) {}
         visible(ctx: RequestContext, id: string) {}
         save(thing: Thing) {}
         byCode(code: string) {}
         byName = (name: string) => null;
         private helper(x: string) {}
       }`,
    );
    expect(one!.unscoped).toEqual(['byCode', 'byName']);
  });
});
