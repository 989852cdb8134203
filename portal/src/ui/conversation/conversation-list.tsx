import type { ReactNode } from 'react';
import classes from './conversation.module.css';

/** What was said, oldest first, each a `Said`; a screen reader is told what comes to it. */
export function ConversationList({ children }: { children: ReactNode }) {
  return (
    <ol className={classes.conversation} aria-live="polite" aria-relevant="additions">
      {children}
    </ol>
  );
}
