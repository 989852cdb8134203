import { Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import { useTexts } from '../shell/i18n/use-texts.js';
import { Button } from './button.js';
import classes from './ui.module.css';

interface FileDropProps {
  /** What belongs here, e.g. "Drop your key file here". */
  label: string;
  /** On the button for who does not drag. */
  button: string;
  /** As in <input accept>; only a wish, check what comes. */
  accept?: string;
  multiple?: boolean;
  onFiles: (files: File[]) => void;
}

/** Files by dragging, or by a button, which the keyboard reaches too. */
export function FileDrop({ label, button, accept, multiple = false, onFiles }: FileDropProps) {
  const t = useTexts('ui');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length) onFiles(multiple ? files : files.slice(0, 1));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      className={classes.drop}
      role="group"
      aria-label={label}
      data-over={over || undefined}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={28} aria-hidden />
      <Text>{label}</Text>
      <Text size="sm" c="dimmed">
        {t('drop.or')}
      </Text>
      <Button variant="default" onClick={() => input.current?.click()}>
        {button}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file again is a choice too.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
