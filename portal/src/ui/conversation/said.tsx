import type { ReactNode } from 'react';
import type { View } from '../../api/client.js';
import { When } from '../when.js';
import { Attachments } from './attachments.js';
import classes from './conversation.module.css';

interface SaidProps {
  message: Omit<View<'MessageView'>, 'id'>;
  /** Which side the writer is on, in words. */
  from: string;
  /** Read by staff alone; says so in words. */
  internal?: ReactNode;
  /** Only on paper. */
  folded?: boolean;
}

/** Only ever text: what a person writes is shown as it was typed. */
export function Said({ message, from, internal, folded = false }: SaidProps) {
  return (
    <li className={folded ? classes.folded : undefined}>
      <article
        className={classes.message}
        data-from={message.from}
        data-internal={internal ? true : undefined}
      >
        <p className={classes.by}>
          {internal}
          <strong>{message.writer}</strong>
          <span>{from}</span>
          <When time={message.createdAt} />
        </p>
        <p className={classes.text} dir="auto">
          {message.text}
        </p>
        <Attachments files={message.attachments} />
      </article>
    </li>
  );
}
