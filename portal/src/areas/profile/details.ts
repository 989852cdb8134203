import type { Me } from '../../shell/area.js';

/** What a person may change about himself, besides the language. */
export interface Details extends Record<string, unknown> {
  firstName: string;
  lastName: string;
  country: string;
}

export const detailsOf = ({ firstName, lastName, country }: Me): Details => ({
  firstName,
  lastName,
  country: country ?? '',
});

export const isSame = (a: Details, b: Details): boolean =>
  a.firstName === b.firstName && a.lastName === b.lastName && a.country === b.country;
