import type { RefObject } from 'react';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useShortcuts } from '../../shell/keyboard/shortcuts.js';
import { useMe } from '../../shell/session/session.js';
import { useAssign } from './use-assign.js';

/** The row where one is has the focus on its link, so that Enter opens it, and a screen reader says which it is. */
export function useQueueKeys(rows: RefObject<HTMLElement | null>): void {
  const t = useTexts('staff-requests');
  const me = useMe();
  const assign = useAssign();
  const links = () => [...(rows.current?.querySelectorAll<HTMLElement>('[data-request]') ?? [])];
  const current = () =>
    document.activeElement?.closest('tr')?.querySelector<HTMLElement>('[data-request]') ?? null;
  const move = (step: 1 | -1) => {
    const all = links();
    const at = current();
    const next = at ? all.indexOf(at) + step : step > 0 ? 0 : all.length - 1;
    all[Math.min(Math.max(next, 0), all.length - 1)]?.focus();
  };
  useShortcuts([
    { keys: 'j', text: t('keys.next'), run: () => move(1) },
    { keys: 'k', text: t('keys.previous'), run: () => move(-1) },
    { keys: 'o', text: t('keys.open'), run: () => current()?.click() },
    {
      keys: 'a',
      text: t('keys.assign'),
      run: () => {
        const id = current()?.dataset.request;
        if (id) void assign(id, me.id);
      },
    },
  ]);
}
