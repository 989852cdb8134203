import { fitText, MAX_COMPANY_NAME } from '@tessera/contracts';

/** A person's full name at the most, in code points: the shortest of what events and replies take. */
const FULL_NAME = 200;

interface Named {
  firstName: string;
  lastName: string;
}

/** First and last name in one, never longer than any contract takes; cut behind a whole character. */
export const fullName = ({ firstName, lastName }: Named): string =>
  fitText(`${firstName} ${lastName}`.trim(), FULL_NAME);

/** Who names no company founds one under the own name. */
export const companyNameOf = (form: Named & { companyName: string | null }): string =>
  fitText(form.companyName ?? fullName(form), MAX_COMPANY_NAME);
