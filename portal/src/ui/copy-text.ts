/**
 * Puts a text on the clipboard. On plain http browsers have no `navigator.clipboard`; there the selection of a field outside
 * the page is copied.
 * @throws Error where the browser does not allow it
 */
export async function copyText(text: string): Promise<void> {
  // On plain http it is missing, whatever its type says.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard) return clipboard.writeText(text);
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.style.position = 'fixed';
  field.style.insetBlockStart = '-100vh';
  // A dialog keeps the focus within itself.
  (before?.closest('[role="dialog"]') ?? document.body).append(field);
  field.focus({ preventScroll: true });
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  if (!copied) throw new Error('the browser did not copy');
}
