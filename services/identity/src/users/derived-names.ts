import { fitText, MAX_COMPANY_NAME } from '@tessera/contracts';

/** In code points: the least that events and replies take. */
const MAX_FULL_NAME_LENGTH = 200;

interface Named {
  firstName: string;
  lastName: string;
}

/** First and last name in one, never longer than any contract takes; cut behind a whole character. */
export const fullName = ({ firstName, lastName }: Named): string =>
  fitText(`${firstName} ${lastName}`.trim(), MAX_FULL_NAME_LENGTH);

/** A person who names no company founds one under the own name. */
export const companyNameOf = (form: Named & { companyName: string | null }): string =>
  fitText(form.companyName ?? fullName(form), MAX_COMPANY_NAME);
