import { useTexts } from '../shell/i18n/use-texts.js';
import { ProblemNotice } from './problem-notice.js';
import classes from './ui.module.css';

/** Instead of everything, where not even the session could be read. */
export function ProblemPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTexts('ui');
  return (
    <main className={classes.loading}>
      <div className={classes.page} data-width="narrow">
        <h1 className={classes.title}>{t('problem.title')}</h1>
        <ProblemNotice error={error} retry={retry} />
      </div>
    </main>
  );
}
