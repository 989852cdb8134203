import { ProblemError } from '../api/problem-error.js';
import { useTexts } from '../shell/i18n/use-texts.js';

/** What to say about a failure: the API's own words, which are in the person's language, or ours where it said nothing. */
export function useProblemText(): (error: unknown) => string {
  const t = useTexts('ui');
  return (error) => {
    if (!(error instanceof ProblemError)) return t('problem.unexpected');
    if (error.code === 'NETWORK') return t('problem.network');
    return error.detail || t('problem.unexpected');
  };
}
