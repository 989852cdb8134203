/** Whatever one step takes, every later step takes: the paths of what people write, through requests, events, replies and files. */
import fc from 'fast-check';
import {
  AcceptInvitation,
  ActivatingApplication,
  AddMessage,
  AnswerRequest,
  AppComponent,
  AttachmentView,
  BlockLicense,
  ClaimCode,
  CommandChanged,
  CommandReport,
  CommandStep,
  CompanyFounded,
  CompanyOwner,
  CompanyView,
  Contact,
  CreateActivation,
  CreatedUpload,
  CreateOrder,
  CreateRequest,
  CreateStaffUser,
  DeviceAppView,
  DeviceDisconnected,
  DeviceEnrolled,
  DeviceQuarantined,
  DeviceView,
  EnrollDevice,
  EntitledProduct,
  fieldsOf,
  fitText,
  FormProduct,
  FoundCompany,
  InstalledApp,
  InvitationAccepted,
  LicensedApplication,
  LicensedProduct,
  LicenseOrderView,
  ListedStaffLicense,
  MeCompany,
  MessageBrief,
  MessageView,
  MeView,
  MintedLink,
  OpenedAttachment,
  Register,
  registry,
  RenameDevice,
  RequestAssignee,
  RequestAuthor,
  RequestCompany,
  RequestDetails,
  RequestedProduct,
  RequestView,
  SeatApplication,
  SeatView,
  StaffCompanyUser,
  StaffCompanyView,
  StaffLicenseView,
  StaffUserView,
  UnblockLicense,
  UpdateMe,
  validate,
  type FieldSpec,
  type Shape,
} from '../../contracts/src/index.js';
import { sample } from '../../contracts/test/worst-inputs.js';
import { Cursors, MAX_SEARCH_KEY_LENGTH, searchKey } from '../../platform/src/index.js';
import {
  loadProductKey,
  makeProductKey,
  makeRootKey,
  openKeyFile,
  signKeyFile,
} from '../../services/licensing/src/signing/index.js';
import { companyNameOf, fullName } from '../../services/identity/src/users/derived-names.js';
import { exampleKeyFile } from './example.js';

type Place = [Shape, string];
/** From where people write it to where it goes. */
const paths: Record<string, { from: Place[]; to: Place[] }> = {
  'a first name': {
    from: [
      [Register, 'firstName'],
      [AcceptInvitation, 'firstName'],
      [CreateStaffUser, 'firstName'],
      [UpdateMe, 'firstName'],
    ],
    to: [
      [MeView, 'firstName'],
      [Contact, 'firstName'],
      [StaffUserView, 'firstName'],
      [MintedLink, 'firstName'],
    ],
  },
  'a last name': {
    from: [
      [Register, 'lastName'],
      [AcceptInvitation, 'lastName'],
      [CreateStaffUser, 'lastName'],
      [UpdateMe, 'lastName'],
    ],
    to: [
      [MeView, 'lastName'],
      [Contact, 'lastName'],
      [StaffUserView, 'lastName'],
    ],
  },
  'the name of a company': {
    from: [
      [Register, 'companyName'],
      [FoundCompany, 'companyName'],
      [CreateOrder, 'companyName'],
    ],
    to: [
      [CompanyFounded, 'name'],
      [CompanyView, 'name'],
      [MeCompany, 'name'],
      [StaffCompanyView, 'name'],
      [RequestCompany, 'name'],
      [MintedLink, 'companyName'],
      [ClaimCode, 'companyName'],
      [LicenseOrderView, 'companyName'],
    ],
  },
  'the name of a device': {
    from: [
      [EnrollDevice, 'name'],
      [RenameDevice, 'name'],
    ],
    to: [
      [DeviceView, 'name'],
      [DeviceEnrolled, 'deviceName'],
      [DeviceDisconnected, 'deviceName'],
      [DeviceQuarantined, 'deviceName'],
      [CommandChanged, 'deviceName'],
    ],
  },
  'the name of a device with a seat': {
    from: [[CreateActivation, 'deviceName']],
    to: [[SeatView, 'deviceName']],
  },
  'a version': {
    from: [
      [ActivatingApplication, 'version'],
      [CreateRequest, 'productVersion'],
    ],
    to: [
      [SeatApplication, 'version'],
      [RequestedProduct, 'version'],
    ],
  },
  'a product of the catalogue': {
    from: [[LicensedProduct, 'name']],
    to: [
      [EntitledProduct, 'name'],
      [FormProduct, 'name'],
      [RequestedProduct, 'name'],
      [SeatApplication, 'name'],
      [LicensedApplication, 'name'],
    ],
  },
  'an app on a device': { from: [[InstalledApp, 'product']], to: [[DeviceAppView, 'product']] },
  'its version': { from: [[InstalledApp, 'version']], to: [[DeviceAppView, 'version']] },
  'a component of an app': { from: [[AppComponent, 'name']], to: [[AppComponent, 'name']] },
  'what a device says of a command': { from: [[CommandReport, 'reason']], to: [[CommandStep, 'reason']] },
  'the subject of a request': {
    from: [[CreateRequest, 'subject']],
    to: [
      [RequestView, 'subject'],
      [MessageBrief, 'subject'],
    ],
  },
  'what is wrong': {
    from: [
      [CreateRequest, 'description'],
      [AddMessage, 'text'],
      [AnswerRequest, 'text'],
    ],
    to: [
      [RequestDetails, 'description'],
      [MessageView, 'text'],
      [MessageBrief, 'text'],
    ],
  },
  'an operating system': { from: [[CreateRequest, 'osVersion']], to: [[RequestDetails, 'osVersion']] },
  'a reason for a block': {
    from: [
      [BlockLicense, 'reason'],
      [UnblockLicense, 'reason'],
    ],
    to: [
      [StaffLicenseView, 'blockReason'],
      [ListedStaffLicense, 'blockReason'],
    ],
  },
  'the name of a file, as it is stored': {
    from: [[CreatedUpload, 'fileName']],
    to: [
      [AttachmentView, 'fileName'],
      [OpenedAttachment, 'fileName'],
    ],
  },
};
/** Where the name of a person stands in one piece. */
const fullNames: Place[] = [
  [InvitationAccepted, 'userName'],
  [MintedLink, 'inviterName'],
  [MessageBrief, 'writer'],
  [MessageView, 'writer'],
  [RequestAuthor, 'name'],
  [RequestAssignee, 'name'],
  [CompanyOwner, 'name'],
  [StaffCompanyUser, 'name'],
];

const specOf = ([shape, name]: Place): FieldSpec => {
  const spec = fieldsOf(shape).get(name);
  if (!spec) throw new Error(`${shape.name} has no field ${name}`);
  return spec;
};
const maxOf = (place: Place): number => Number(specOf(place).schema.maxLength);
const named = ([shape, name]: Place): string => `${shape.name}.${name}`;

/** What is wrong with the value in this field of an otherwise sound input. */
function faultsIn([shape, name]: Place, value: unknown, into = sample(shape)): string[] {
  into[name] = value;
  return validate(shape, into, 'tolerant').map((e) => `${shape.name}.${e.field} ${e.code}`);
}

/** Characters of one and two units, that compose, that decompose, that fold into eighteen, of every direction, and none at all. */
const character = fc.constantFrom(
  ...[
    'a',
    'ß',
    'İ',
    'ı',
    '"',
    '\\',
    '<',
    "'",
    '%',
    ' ',
    '\u00a0',
    '𠮷',
    '😀',
    'e\u0301',
    '\u0301',
    '\u0344',
    '\ufb2c',
  ],
  ...[
    '\ufdfa',
    'א',
    'ﷲ',
    '👨‍👩‍👧',
    '🇩🇪',
    '\u200b',
    '\u202e',
    '\u200d',
    '\u3164',
    '\u1100\u1161\u11a8',
    '\u{1d160}',
    'ａ',
  ],
);
const textOf = (max: number) =>
  fc
    .record({ units: fc.array(character, { minLength: 1, maxLength: 8 }), tail: fc.nat(3) })
    .map(({ units, tail }) => {
      const whole = units.join('');
      const points = [...whole.repeat(Math.ceil(max / [...whole].length))];
      return points.slice(0, Math.max(1, max - tail)).join('');
    });

/** The text as the first step keeps it, or null where it refuses it. */
function taken(place: Place, text: string): string | null {
  const kept = sample(place[0]);
  return faultsIn(place, text, kept).length ? null : (kept[place[1]] as string);
}

describe.each(Object.entries(paths))('%s', (_what, { from, to }) => {
  it('may be as long at every later step as where it is written', () => {
    const longest = Math.max(...from.map(maxOf));
    expect(to.filter((place) => maxOf(place) < longest).map(named)).toEqual([]);
  });

  it.each(from.map((place) => [named(place), place] as const))(
    'is taken everywhere once %s took it',
    (_name, place) => {
      let passed = 0;
      fc.assert(
        fc.property(textOf(maxOf(place)), (text) => {
          const kept = taken(place, text);
          // A field that may be left out may be blank.
          if (!kept) return;
          passed++;
          // Again at the service that takes it, and at each that it goes to.
          const later = [...from, ...to];
          expect(later.flatMap((next) => (maxOf(next) < maxOf(place) ? [] : faultsIn(next, kept)))).toEqual(
            [],
          );
        }),
        { numRuns: maxOf(place) > 1_000 ? 20 : 100 },
      );
      expect(passed).toBeGreaterThan(5);
    },
  );
});

it('fits the full name of a person, and the company that is named after one, wherever it goes', () => {
  const name = textOf(maxOf([Register, 'firstName']));
  fc.assert(
    fc.property(name, name, (first, last) => {
      const firstName = taken([Register, 'firstName'], first);
      const lastName = taken([Register, 'lastName'], last);
      if (!firstName || !lastName) return;
      const full = fullName({ firstName, lastName });
      expect(fullNames.flatMap((place) => faultsIn(place, full))).toEqual([]);
      const company = companyNameOf({ firstName, lastName, companyName: null });
      expect(paths['the name of a company']!.to.flatMap((place) => faultsIn(place, company))).toEqual([]);
    }),
  );
});

it('signs key files for whatever name an order was taken with', () => {
  const root = makeRootKey();
  const key = makeProductKey(root, {
    productIds: '*',
    notBefore: new Date('2000-01-01'),
    notAfter: new Date('2100-01-01'),
  });
  const signer = loadProductKey({ ...key, rootPublicKeyPem: root.publicKeyPem });
  fc.assert(
    fc.property(textOf(maxOf([CreateOrder, 'companyName'])), (text) => {
      const licensee = taken([CreateOrder, 'companyName'], text);
      if (!licensee) return;
      const signed = signKeyFile({ ...exampleKeyFile, licensee }, signer);
      expect(openKeyFile(signed, root.publicKeyPem)).toMatchObject({ content: { licensee } });
    }),
    { numRuns: 50 },
  );
});

it('reads every cursor that a list of such names answers', () => {
  const cursors = new Cursors({ hmac: () => Buffer.alloc(32) } as unknown as ConstructorParameters<
    typeof Cursors
  >[0]);
  const id = '0190a000-0000-7000-8000-000000000000';
  const lists = [...registry.values()].flatMap((c) => (c.kind === 'request' ? [c.request, c.reply] : []));
  const carrying = lists.flatMap((shape): Place[] =>
    shape ? ['cursor', 'nextCursor'].filter((n) => fieldsOf(shape).has(n)).map((n): Place => [shape, n]) : [],
  );
  expect(carrying.length).toBeGreaterThan(20);
  const keys = ['"', '\\', '\ufdfa', '𠮷', '\u{10ffff}', '\ufb2c'].map((c) =>
    searchKey(c.repeat(MAX_SEARCH_KEY_LENGTH)),
  );
  for (const key of keys) {
    const cursor = cursors.encode([key, id], 'devices/company');
    expect(carrying.flatMap((place) => faultsIn(place, cursor))).toEqual([]);
  }
});

it('keeps what fitText cut', () => {
  fc.assert(
    fc.property(textOf(300), fc.integer({ min: 1, max: 300 }), (text, max) => {
      const fitted = fitText(text, max);
      expect([...fitted].length).toBeLessThanOrEqual(max);
      expect(text.startsWith(fitted)).toBe(true);
      expect(fitted.isWellFormed()).toBe(text.isWellFormed());
    }),
  );
});
