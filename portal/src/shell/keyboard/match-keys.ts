/** The key as a shortcut names it, or null where it belongs to the browser or to somebody's typing. */
export function keysOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || event.key === ' ')
    return null;
  return event.key.toLowerCase();
}

/** What the last keys mean: two in a row before one alone. */
export function matchKeys<S extends { keys: string }>(shortcuts: S[], typed: string[]): S | undefined {
  const pair = shortcuts.find((s) => s.keys.includes(' ') && s.keys === typed.slice(-2).join(' '));
  if (pair) return pair;
  const startsPair = shortcuts.some((s) => s.keys.includes(' ') && s.keys.split(' ')[0] === typed.at(-2));
  return startsPair ? undefined : shortcuts.find((s) => s.keys === typed.at(-1));
}
