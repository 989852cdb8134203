import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { IconCheck, IconPoint } from '@tabler/icons-react';
import { useId } from 'react';
import { useTexts } from '../../shell/i18n/use-texts.js';
import classes from './password.module.css';
import { rules, type RuleName } from './rules.js';

/** A field for a new password, with the rules below it, which tick themselves off while one types (IDC-032). */
export function NewPassword(props: PasswordInputProps & { value: string }) {
  const t = useTexts('ui');
  const id = useId();
  const password = props.value.normalize('NFC');
  return (
    <div>
      <PasswordInput
        autoComplete="new-password"
        aria-describedby={id}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        {...props}
      />
      <ul id={id} className={classes.rules} aria-label={t('password.rules')}>
        {(Object.keys(rules) as RuleName[]).map((name) => {
          const met = rules[name](password);
          const Icon = met ? IconCheck : IconPoint;
          return (
            <li key={name} data-met={met || undefined}>
              <Icon size={16} role="img" aria-label={met ? t('password.met') : t('password.open')} />
              {t(`password.rule.${name}`)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
