/** What had the focus when somebody stepped to another page, whose code may come much later. */
let before: Element | null = null;

/** To be called when the step is made. */
export const noteFocus = (): void => void (before = document.activeElement);

/** Whether the focus is still where it was, or nowhere: a menu that was opened meanwhile keeps it. */
export const mayTakeFocus = (): boolean => [before, document.body, null].includes(document.activeElement);
