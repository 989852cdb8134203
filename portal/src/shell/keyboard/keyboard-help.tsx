import { Kbd, Switch, Table } from '@mantine/core';
import { Fragment, useState } from 'react';
import { Dialog } from '../../ui/dialog.js';
import { useTexts } from '../i18n/use-texts.js';
import type { Shortcut } from './shortcuts.js';
import { shortcutsAreOn, switchShortcuts } from './switch.js';

export default function KeyboardHelp({ shortcuts, close }: { shortcuts: Shortcut[]; close: () => void }) {
  const t = useTexts('shell');
  const [on, setOn] = useState(shortcutsAreOn);
  const change = (checked: boolean) => {
    switchShortcuts(checked);
    setOn(checked);
  };
  return (
    <Dialog onClose={close} title={t('keyboard.title')}>
      <Table aria-label={t('keyboard.title')}>
        <Table.Tbody>
          {shortcuts.map(({ keys, text }) => (
            <Table.Tr key={keys}>
              <Table.Th w="6rem">
                {keys.split(' ').map((key, index) => (
                  <Fragment key={key}>
                    {/* Two keys after each other are read out as two. */}
                    {index > 0 && ' '}
                    <Kbd>{key}</Kbd>
                  </Fragment>
                ))}
              </Table.Th>
              <Table.Td>{text}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Switch
        mt="md"
        label={t('keyboard.on')}
        checked={on}
        onChange={(event) => change(event.currentTarget.checked)}
      />
    </Dialog>
  );
}
