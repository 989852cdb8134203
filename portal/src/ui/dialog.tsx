import { Modal } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useTexts } from '../shell/i18n/use-texts.js';
import classes from './ui.module.css';

interface DialogProps {
  title: string;
  /** Without it the dialog is left by its own buttons alone. */
  onClose?: () => void;
  opened?: boolean;
  size?: 'md' | 'lg' | 'xl';
  children: ReactNode;
}

/** A question over the page: it holds the focus and gives it back. Mantine's own would have a second page header in it. */
export function Dialog({ title, onClose, opened = true, size = 'md', children }: DialogProps) {
  const t = useTexts('ui');
  useFocusReturn(opened);
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose ?? stay}
      lockScroll={false}
      returnFocus={false}
      centered
      size={size}
    >
      <Modal.Overlay backgroundOpacity={0.5} />
      <Modal.Content>
        <div className={classes.dialogHead}>
          <Modal.Title className={classes.dialogTitle}>{title}</Modal.Title>
          {onClose && <Modal.CloseButton aria-label={t('close')} />}
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

const stay = () => undefined;

/** To where it was, also from a dialog that is gone at once; to the page, where that place is gone itself. */
function useFocusReturn(opened: boolean): void {
  useEffect(() => {
    if (!opened) return;
    const before = document.activeElement;
    return () => {
      setTimeout(() => {
        const place =
          before instanceof HTMLElement && before.isConnected ? before : document.getElementById('main');
        place?.focus({ preventScroll: true });
      });
    };
  }, [opened]);
}
