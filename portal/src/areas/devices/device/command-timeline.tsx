import { useTexts } from '../../../shell/i18n/use-texts.js';
import { When } from '../../../ui/when.js';
import classes from '../devices.module.css';
import type { Command } from './kinds.js';
import { useStepText } from './use-step-text.js';

/** Every step with its time. */
export function CommandTimeline({ command: { timeline } }: { command: Command }) {
  const t = useTexts('devices');
  const explain = useStepText();
  return (
    <details>
      <summary className={classes.quiet}>{t('command.timeline')}</summary>
      <ol className={classes.timeline}>
        {timeline.map(({ state, at, reason }) => (
          <li key={`${state} ${at}`}>
            {t(`state.${state}`)} <span className={classes.quiet}>{' · '}</span>
            <When time={at} />
            {reason && <div dir="auto">{explain(reason)}</div>}
          </li>
        ))}
      </ol>
    </details>
  );
}
