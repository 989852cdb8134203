import {
  AcceptInvitation,
  ClaimCode,
  CompanyFounded,
  InvitationAccepted,
  MeCompany,
  MintedLink,
  Register,
  validate,
  type Shape,
} from '@tessera/contracts';
import fc from 'fast-check';
import { companyNameOf, fullName } from './derived-names.js';

/** Names of code points of every length in UTF-8 and UTF-16, up to what the forms take. */
const name = fc
  .array(fc.constantFrom('a', 'ß', ' ', 'م', '語', '𠮷', '😀', '\u0301'), { minLength: 1, maxLength: 100 })
  .map((points) => points.join(''));
const companyName = fc.option(
  fc.array(fc.constantFrom('A', '𠮷', ' ', '&'), { minLength: 1, maxLength: 200 }).map((p) => p.join('')),
);
/** Whether a field of a contract takes a text, whatever else is missing. */
const takes = (shape: Shape, field: string, text: string) =>
  !validate(shape, { [field]: text }, 'tolerant').some((e) => e.field === field);

const form = { country: 'DE', acceptTerms: true, acceptPrivacy: true } as const;
const registration = { ...form, email: 'a@example.com', surveyConsent: false };
const acceptance = { ...form, token: 't', password: 'p' };

it('takes every name that a form takes at every later step', () => {
  fc.assert(
    fc.property(name, name, companyName, (firstName, lastName, given) => {
      const names = { firstName, lastName };
      const registered = { ...registration, ...names, ...(given === null ? {} : { companyName: given }) };
      if (validate(Register, registered).length === 0) {
        const company = companyNameOf({ ...names, companyName: given });
        expect(takes(ClaimCode, 'companyName', company)).toBe(true);
        expect(takes(CompanyFounded, 'name', company)).toBe(true);
        expect(takes(MeCompany, 'name', company)).toBe(true);
        expect(takes(MintedLink, 'companyName', company)).toBe(true);
      }
      if (validate(AcceptInvitation, { ...acceptance, ...names }).length === 0) {
        const userName = fullName(names);
        expect(takes(InvitationAccepted, 'userName', userName)).toBe(true);
        expect(takes(MintedLink, 'inviterName', userName)).toBe(true);
        expect(userName).not.toBe('');
      }
    }),
    { numRuns: 400 },
  );
});

it.each([
  ['𠮷'.repeat(99), '𠮷', `${'𠮷'.repeat(99)} 𠮷`],
  ['a'.repeat(100), 'b'.repeat(100), `${'a'.repeat(100)} ${'b'.repeat(99)}`],
])('cuts between code points', (firstName, lastName, expected) => {
  expect(fullName({ firstName, lastName })).toBe(expected);
  expect(companyNameOf({ firstName, lastName, companyName: null })).toBe(expected);
});

it('takes a company’s own name as it is', () => {
  expect(companyNameOf({ firstName: 'A', lastName: 'B', companyName: 'Acme' })).toBe('Acme');
});
