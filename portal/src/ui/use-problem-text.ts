import { ProblemError } from '../api/problem-error.js';
import { useTexts } from '../shell/i18n/use-texts.js';

/** What to say about a failure: the API's own words, which are in the person's language, or ours where it said nothing. */
export function useProblemText(): (error: unknown) => string {
  const t = useTexts('ui');
  const wait = (seconds: number) => {
    if (seconds < 90) return t('problem.wait.seconds', { count: seconds });
    const minutes = Math.ceil(seconds / 60);
    return minutes < 90
      ? t('problem.wait.minutes', { count: minutes })
      : t('problem.wait.hours', { count: Math.ceil(minutes / 60) });
  };
  return (error) => {
    if (!(error instanceof ProblemError)) return t('problem.unexpected');
    if (error.code === 'NETWORK') return t('problem.network');
    const said = error.detail || t('problem.unexpected');
    return error.status === 429 && error.retryAfter ? `${said} ${wait(error.retryAfter)}` : said;
  };
}
