import type { View } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { When } from '../../ui/when.js';
import { Attachments } from './attachments.js';
import classes from './requests.module.css';

interface MessageProps {
  message: Omit<View<'MessageView'>, 'id'>;
  folded?: boolean;
}

/** Only ever text: what a person writes is shown as it was typed. */
export function Message({ message, folded = false }: MessageProps) {
  const t = useTexts('requests');
  return (
    <li className={folded ? classes.folded : undefined}>
      <article className={classes.message} data-from={message.from}>
        <p className={classes.by}>
          <strong>{message.writer}</strong>
          <span>{t(`from.${message.from}`)}</span>
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
