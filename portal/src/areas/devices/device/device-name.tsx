import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import classes from '../devices.module.css';
import type { Device } from './kinds.js';
import { RenameForm } from './rename-form.js';

/** The name, and a pencil that turns it into a field (DEV-009). The focus comes back to the pencil. */
export function DeviceName({ device, etag }: { device: Device; etag: string }) {
  const t = useTexts('devices');
  const [seen, setSeen] = useState<{ name: string; etag: string } | null>(null);
  const pencil = useRef<HTMLButtonElement>(null);
  const close = () => {
    setSeen(null);
    setTimeout(() => pencil.current?.focus());
  };
  // What was there when the editing began: a change by somebody else in the meantime is to be noticed.
  if (seen) return <RenameForm id={device.id} seen={seen} close={close} />;
  return (
    <span className={classes.name}>
      {device.name}
      <ActionIcon
        ref={pencil}
        variant="subtle"
        color="gray"
        aria-label={t('rename.label')}
        title={t('rename.label')}
        onClick={() => setSeen({ name: device.name, etag })}
      >
        <IconPencil size={18} aria-hidden />
      </ActionIcon>
    </span>
  );
}
