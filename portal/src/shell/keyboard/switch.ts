const NAME = 'tessera.shortcuts';

/** Single keys can be switched off, for who uses speech input (WCAG 2.1.4). */
export const shortcutsAreOn = (): boolean => localStorage.getItem(NAME) !== 'off';
export const switchShortcuts = (on: boolean): void => localStorage.setItem(NAME, on ? 'on' : 'off');
