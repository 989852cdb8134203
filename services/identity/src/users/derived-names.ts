/** What a company's name and a person's full name may be at the most, in code points; as the contracts have it. */
export const COMPANY_NAME = 200;
const FULL_NAME = 200;

interface Named {
  firstName: string;
  lastName: string;
}

/** First and last name in one, never longer than any contract takes; cut between code points. */
export const fullName = ({ firstName, lastName }: Named): string =>
  fit(`${firstName} ${lastName}`.trim(), FULL_NAME);

/** Who names no company founds one under the own name. */
export const companyNameOf = (form: Named & { companyName: string | null }): string =>
  fit(form.companyName ?? fullName(form), COMPANY_NAME);

/** As many code points of a text as fit, and no blank where it was cut. */
function fit(text: string, most: number): string {
  const points = Array.from(text);
  return points.length <= most ? text : points.slice(0, most).join('').trimEnd();
}
