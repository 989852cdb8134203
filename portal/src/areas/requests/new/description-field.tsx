import { Textarea } from '@mantine/core';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { Button } from '../../../ui/button.js';
import type { NewRequest } from './use-new-request.js';
import classes from '../requests.module.css';

/** What an engineer needs to see the same thing (SUP-047 … SUP-053). */
const hints = ['system', 'steps', 'problem', 'expected', 'more', 'tried'] as const;

interface DescriptionFieldProps {
  form: NewRequest['form'];
  /** With hints, and headings to fill in. */
  guided: boolean;
}

export function DescriptionField({ form, guided }: DescriptionFieldProps) {
  const t = useTexts('requests');
  const outline = () => {
    const headings = hints.map((hint) => `${t(`hint.${hint}.title`)}:\n\n`).join('');
    const { description } = form.values;
    form.set({ description: description.trim() ? `${description.trimEnd()}\n\n${headings}` : headings });
  };
  return (
    <div>
      <Textarea
        label={t('field.description')}
        description={guided ? t('hint.intro') : undefined}
        autosize
        minRows={6}
        maxLength={20_000}
        dir="auto"
        {...form.field('description')}
      />
      {guided && (
        <details>
          <summary className={classes.summary}>{t('hint.show')}</summary>
          <ul className={classes.hints}>
            {hints.map((hint) => (
              <li key={hint}>
                <strong>{t(`hint.${hint}.title`)}</strong> {t(`hint.${hint}.text`)}
              </li>
            ))}
          </ul>
          <Button size="compact-sm" variant="default" mt="xs" onClick={outline}>
            {t('hint.insert')}
          </Button>
        </details>
      )}
    </div>
  );
}
