import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useTexts } from '../shell/i18n/use-texts.js';
import { Notice } from './notice.js';
import classes from './ui.module.css';

interface Toast {
  id: number;
  tone: 'good' | 'bad' | 'neutral';
  text: string;
}

/** Long enough to be read; failures stay until they are put away. */
const SHOWN_MS = 7_000;

let toasts: readonly Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

function set(changed: readonly Toast[]): void {
  toasts = changed;
  listeners.forEach((listener) => listener());
}

const remove = (id: number) => set(toasts.filter((toast) => toast.id !== id));

/** Says at the edge of the page what has happened; read out too. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  const id = next++;
  set([...toasts.slice(-3), { ...toast, id }]);
  if (toast.tone !== 'bad') setTimeout(() => remove(id), SHOWN_MS);
}

export function Toasts() {
  const t = useTexts('ui');
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div
      className={classes.toasts}
      role="log"
      aria-live="polite"
      aria-label={t('toasts.label')}
      data-print="no"
    >
      {shown.map(({ id, tone, text }) => (
        <div key={id} className={classes.toast}>
          <Notice tone={tone}>{text}</Notice>
          <ActionIcon
            className={classes.toastClose!}
            variant="subtle"
            color="gray"
            aria-label={t('toasts.close')}
            onClick={() => remove(id)}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
    </div>
  );
}
