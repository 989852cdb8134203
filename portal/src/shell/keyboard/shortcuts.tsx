import {
  createContext,
  lazy,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { useTexts } from '../i18n/use-texts.js';
import { keysOf, matchKeys } from './match-keys.js';
import { shortcutsAreOn } from './switch.js';

export interface Shortcut {
  /** One key, or two after each other: `n`, `g l`, `?`. */
  keys: string;
  /** What it does, in the person's language; shown on `?`. */
  text: string;
  run: () => void;
}

interface Registry {
  register(id: string, shortcuts: Shortcut[]): void;
  openHelp(): void;
}

const Context = createContext<Registry>({ register: () => undefined, openHelp: () => undefined });
const KeyboardHelp = lazy(() => import('./keyboard-help.js'));

/** Shortcuts of the page, active while the component that names them is shown. */
export function useShortcuts(shortcuts: Shortcut[]): void {
  const { register } = useContext(Context);
  const id = useId();
  useEffect(() => register(id, shortcuts));
  useEffect(() => () => register(id, []), [id, register]);
}

export const useShortcutHelp = (): (() => void) => useContext(Context).openHelp;

export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const t = useTexts('shell');
  const [help, setHelp] = useState(false);
  const registered = useRef(new Map<string, Shortcut[]>());
  const register = useCallback((id: string, shortcuts: Shortcut[]) => {
    if (shortcuts.length) registered.current.set(id, shortcuts);
    else registered.current.delete(id);
  }, []);
  const openHelp = useCallback(() => setHelp(true), []);
  const all = useCallback(
    () => [
      { keys: '?', text: t('keyboard.help'), run: openHelp },
      ...[...registered.current.values()].flat(),
    ],
    [t, openHelp],
  );
  useEffect(() => {
    let typed: string[] = [];
    let last = 0;
    const listen = (event: KeyboardEvent) => {
      const key = keysOf(event);
      if (!key || !shortcutsAreOn() || isElsewhere(event.target)) return;
      typed = event.timeStamp - last > 1_500 ? [key] : [...typed, key].slice(-2);
      last = event.timeStamp;
      const found = matchKeys(all(), typed);
      if (!found) return;
      typed = [];
      event.preventDefault();
      found.run();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [all]);
  const registry = useMemo(() => ({ register, openHelp }), [register, openHelp]);
  return (
    <Context.Provider value={registry}>
      {children}
      {help && (
        <Suspense>
          <KeyboardHelp shortcuts={all()} close={() => setHelp(false)} />
        </Suspense>
      )}
    </Context.Provider>
  );
}

/** Somebody types, or a dialog is open: the keys belong to it. */
const isElsewhere = (target: EventTarget | null): boolean =>
  (target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="menu"]') !== null)) ||
  document.querySelector('[role="dialog"]') !== null;
