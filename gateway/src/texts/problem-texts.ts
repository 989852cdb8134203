import { fill, Texts, type ProblemDocument } from '@tessera/platform';

/** What each code says to people: `problems.CODE`, or `problems.CODE/REASON`; a test holds the declared codes to it. */
export const problemTexts = Texts.load(new URL('./', import.meta.url));

/** The text of a problem in the language, or in English; `{name}` stands for a figure of the problem. */
export function localise({ code, params = {}, detail }: ProblemDocument, language: string): string {
  const text =
    problemTexts.find(`problems.${code}/${params.reason ?? ''}`, language) ??
    problemTexts.find(`problems.${code}`, language) ??
    detail;
  return fill(text, (name) => String(params[name] ?? ''));
}
