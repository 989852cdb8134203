import { Anchor } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { PREFIX, type View } from '../../api/client.js';
import { useFormat } from '../../shell/i18n/use-format.js';
import classes from './conversation.module.css';

/** Files of others: to be saved, never to be opened within the portal. */
export function Attachments({ files }: { files: View<'AttachmentView'>[] }) {
  const format = useFormat();
  if (files.length === 0) return null;
  return (
    <ul className={classes.files}>
      {files.map((file) => (
        <li key={file.id}>
          <Anchor
            className={classes.file!}
            href={`${PREFIX}/attachments/${file.id}`}
            download={file.fileName}
            underline="always"
          >
            <IconPaperclip size={16} aria-hidden />
            <bdi>{file.fileName}</bdi>
          </Anchor>{' '}
          <span className={classes.size}>{format.bytes(file.size)}</span>
        </li>
      ))}
    </ul>
  );
}
