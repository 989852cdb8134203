import { Checkbox, List, Stack, Text, type ButtonProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../shell/i18n/use-texts.js';
import { Actions } from './actions.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { ProblemNotice } from './problem-notice.js';

interface ConfirmButtonProps extends ButtonProps {
  /** On the button that asks. */
  label: ReactNode;
  /** The question, e.g. "Remove this license?". */
  title: string;
  /** What will happen, sentence by sentence, before it does (UIX-011). */
  consequences: string[];
  /** On the button that does it. */
  confirm: string;
  /** For what cannot be undone: a box to tick first, with this sentence. */
  tick?: string;
  /** Fields that it needs besides, e.g. a password. */
  children?: ReactNode;
  onConfirm: () => Promise<unknown>;
}

export function ConfirmButton(props: ConfirmButtonProps) {
  const { label, title, consequences, confirm, tick, children, onConfirm, ...button } = props;
  const t = useTexts('ui');
  const [open, setOpen] = useState(false);
  const [ticked, setTicked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const show = () => {
    setTicked(false);
    setError(null);
    setOpen(true);
  };
  const run = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      setOpen(false);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button {...button} aria-haspopup="dialog" onClick={show}>
        {label}
      </Button>
      <Dialog opened={open} onClose={() => setOpen(false)} title={title}>
        <Stack>
          {consequences.length === 1 ? (
            <Text>{consequences[0]}</Text>
          ) : (
            <List spacing="xs">
              {consequences.map((sentence) => (
                <List.Item key={sentence}>{sentence}</List.Item>
              ))}
            </List>
          )}
          {children}
          {tick && (
            <Checkbox
              label={tick}
              checked={ticked}
              onChange={(event) => setTicked(event.currentTarget.checked)}
            />
          )}
          {error !== null && <ProblemNotice error={error} />}
          <Actions>
            <Button
              color="red"
              busy={busy}
              disabled={tick !== undefined && !ticked}
              onClick={() => void run()}
            >
              {confirm}
            </Button>
            <Button variant="default" onClick={() => setOpen(false)}>
              {t('cancel')}
            </Button>
          </Actions>
        </Stack>
      </Dialog>
    </>
  );
}
