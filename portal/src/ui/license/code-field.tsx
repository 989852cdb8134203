import { TextInput, type TextInputProps } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { checkCode, formatCode, normalizeCode } from '@tessera/license/activation-code';
import { useId } from 'react';
import { useTexts } from '../../shell/i18n/use-texts.js';
import classes from './license.module.css';

const LENGTH = 20;

interface CodeFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: string;
  onCode: (value: string) => void;
}

/**
 * An activation code in whatever way it is typed or pasted. While it is being typed, the line below counts; once it has
 * its 20 characters, the two check characters tell at once whether it was copied rightly.
 */
export function CodeField({ value, onCode, error, ...rest }: CodeFieldProps) {
  const t = useTexts('ui');
  const id = useId();
  const typed = normalizeCode(value.slice(0, 128));
  const result = checkCode(value);
  const tidy = () => {
    if (result.ok) onCode(result.code);
  };
  return (
    <div>
      <TextInput
        label={t('code.label')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
        maxLength={128}
        classNames={{ input: classes.code }}
        aria-describedby={id}
        value={value}
        onChange={(event) => onCode(asTyped(event.currentTarget.value, value))}
        onBlur={tidy}
        // The line below says better what is wrong with what has been typed.
        error={typed !== '' && !result.ok ? Boolean(error) : error}
        {...rest}
      />
      <p id={id} className={classes.hint} role="status" data-state={stateOf(typed, result)}>
        {result.ok && <IconCircleCheck size={16} aria-hidden />}
        {stateOf(typed, result) === 'bad' && <IconAlertCircle size={16} aria-hidden />}
        {sentence()}
      </p>
    </div>
  );

  function sentence(): string {
    if (typed === '') return t('code.empty');
    if (result.ok) return t('code.right');
    if (result.flaw === 'CHARACTER') return t('code.character');
    if (result.flaw === 'CHECK') return t('code.mistyped');
    return typed.length > LENGTH
      ? t('code.tooLong', { count: typed.length - LENGTH })
      : t('code.missing', { count: LENGTH - typed.length });
  }
}

function stateOf(typed: string, result: ReturnType<typeof checkCode>): 'good' | 'bad' | undefined {
  if (result.ok) return 'good';
  return typed !== '' && (result.flaw !== 'LENGTH' || typed.length > LENGTH) ? 'bad' : undefined;
}

/** Hyphens come by themselves at the end of what is typed; in the middle of it nothing moves under the cursor. */
function asTyped(now: string, before: string): string {
  const grew = now.length > before.length && now.startsWith(before.slice(0, -1));
  const characters = normalizeCode(now);
  if (!grew || characters.length > LENGTH || /[^\s\p{Pd}0-9A-Za-z]/u.test(now)) return now;
  const tidy = formatCode(characters);
  return characters.length % 5 === 0 && characters.length < LENGTH && characters ? `${tidy}-` : tidy;
}
