import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState, type FormEvent } from 'react';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useShortcuts } from '../../shell/keyboard/shortcuts.js';
import { Button } from '../../ui/button.js';
import classes from './requests.module.css';

interface NumberSearchProps {
  /** What is searched for; '' is the list. */
  number: string;
  search: (number: string) => void;
  clear: () => void;
}

/** Only by number (SUP-058). The cross returns to the list as it is by default (SUP-059). */
export function NumberSearch({ number, search, clear }: NumberSearchProps) {
  const t = useTexts('requests');
  const [typed, setTyped] = useState(number);
  const input = useRef<HTMLInputElement>(null);
  useShortcuts([{ keys: '/', text: t('search.label'), run: () => input.current?.focus() }]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    search(typed.trim());
  };
  const empty = () => {
    setTyped('');
    clear();
  };
  return (
    <form className={classes.search} onSubmit={submit}>
      <TextInput
        ref={input}
        label={t('search.label')}
        placeholder={t('search.example')}
        dir="ltr"
        maxLength={40}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        rightSection={
          (typed || number) && <CloseButton size="sm" aria-label={t('search.clear')} onClick={empty} />
        }
      />
      <Button type="submit" variant="default" leftSection={<IconSearch size={16} aria-hidden />}>
        {t('search.go')}
      </Button>
    </form>
  );
}
