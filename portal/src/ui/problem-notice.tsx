import { Text } from '@mantine/core';
import { hasCode, ProblemError } from '../api/problem-error.js';
import { useTexts } from '../shell/i18n/use-texts.js';
import { Actions } from './actions.js';
import { Button } from './button.js';
import { Notice } from './notice.js';
import { useProblemText } from './use-problem-text.js';

/** What went wrong, the number under which support finds it, and a way to try again. */
export function ProblemNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useTexts('ui');
  const say = useProblemText();
  // What is not there will not be there a moment later.
  const again = hasCode(error, 'NOT_FOUND') ? undefined : retry;
  const trace = error instanceof ProblemError && error.status >= 500 ? error.traceId : null;
  return (
    <Notice role="alert" tone="bad">
      <Text>{say(error)}</Text>
      {trace && (
        <Text size="sm" c="dimmed">
          {t('problem.trace', { trace })}
        </Text>
      )}
      {again && (
        <Actions>
          <Button variant="default" onClick={again}>
            {t('problem.retry')}
          </Button>
        </Actions>
      )}
    </Notice>
  );
}
