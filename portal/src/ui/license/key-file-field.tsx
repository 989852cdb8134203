import { IconFileCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Button } from '../button.js';
import { FileDrop } from '../file-drop.js';
import classes from './license.module.css';
import { readKeyFile } from './read-key-file.js';

export interface KeyFile {
  name: string;
  text: string;
}

interface KeyFileFieldProps {
  value: KeyFile | null;
  onFile: (file: KeyFile | null) => void;
}

/** A key file by dragging or by choosing; whether it is genuine, the service finds out. */
export function KeyFileField({ value, onFile }: KeyFileFieldProps) {
  const t = useTexts('ui');
  const [wrong, setWrong] = useState(false);
  const take = async ([file]: File[]) => {
    const text = await readKeyFile(file!);
    setWrong(text === null);
    if (text !== null) onFile({ name: file!.name, text });
  };
  if (value) {
    return (
      <div className={classes.file}>
        <IconFileCertificate aria-hidden />
        <span>{value.name}</span>
        <Button variant="default" size="compact-sm" onClick={() => onFile(null)}>
          {t('keyFile.other')}
        </Button>
      </div>
    );
  }
  return (
    <div>
      <FileDrop
        label={t('keyFile.drop')}
        button={t('keyFile.choose')}
        accept=".key"
        onFiles={(files) => void take(files)}
      />
      <p className={classes.hint} role="alert" data-state="bad">
        {wrong && t('keyFile.wrong')}
      </p>
    </div>
  );
}
