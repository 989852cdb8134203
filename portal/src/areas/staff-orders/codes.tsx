import { List, Text } from '@mantine/core';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Actions } from '../../ui/actions.js';
import { Button } from '../../ui/button.js';
import { ConfirmButton } from '../../ui/confirm-button.js';
import { copyText } from '../../ui/copy-text.js';
import { Copyable } from '../../ui/copyable.js';
import { LinkButton } from '../../ui/link-button.js';
import { showToast } from '../../ui/toasts.js';
import { toCsv } from './csv.js';
import { saveFile } from './save-file.js';

export interface Ordered {
  orderNumber: string;
  companyName: string;
  product: string;
  codes: string[];
}

/** As many as one reads; an order may have ten thousand. */
const SHOWN = 50;

interface CodesProps {
  ordered: Ordered;
  /** They are in a file or on the clipboard. */
  saved: () => void;
  again: () => void;
}

/** The codes are told while they are not saved: later lists of orders do not have them. */
export function Codes({ ordered, saved, again }: CodesProps) {
  const t = useTexts('staff-orders');
  const [safe, setSafe] = useState(false);
  const nowSafe = () => {
    setSafe(true);
    saved();
  };
  const { codes, orderNumber, companyName, product } = ordered;
  const more = codes.length - SHOWN;
  const copy = () =>
    copyText(codes.join('\n')).then(
      () => {
        nowSafe();
        showToast({ tone: 'good', text: t('codes.copied', { count: codes.length }) });
      },
      () => showToast({ tone: 'bad', text: t('codes.notCopied') }),
    );
  const save = () => {
    const heading = [t('column.number'), t('field.company'), t('field.product'), t('codes.code')];
    const rows = codes.map((code) => [orderNumber, companyName, product, code]);
    saveFile(`${orderNumber}.csv`, 'text/csv;charset=utf-8', toCsv([heading, ...rows]));
    nowSafe();
  };
  return (
    <div role="status">
      <Text mb="xs">{t('codes.of', { order: orderNumber, company: companyName, product })}</Text>
      <Text mb="md" fw={600}>
        {t('codes.once')}
      </Text>
      <Actions>
        <Button leftSection={<IconDownload size={16} aria-hidden />} onClick={save}>
          {t('codes.save')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconCopy size={16} aria-hidden />}
          onClick={() => void copy()}
        >
          {t('codes.copy')}
        </Button>
      </Actions>
      <List listStyleType="none" my="md" spacing="xs">
        {codes.slice(0, SHOWN).map((code) => (
          <List.Item key={code}>
            <Copyable text={code} name={t('codes.code')} />
          </List.Item>
        ))}
      </List>
      {more > 0 && <Text mb="md">{t('codes.more', { count: more })}</Text>}
      <Actions>
        {safe ? (
          <Button variant="default" onClick={again}>
            {t('codes.another')}
          </Button>
        ) : (
          <ConfirmButton
            variant="default"
            label={t('codes.another')}
            title={t('codes.unsaved.title')}
            consequences={[t('codes.unsaved.lost')]}
            confirm={t('codes.unsaved.confirm')}
            onConfirm={() => Promise.resolve(again())}
          />
        )}
        <LinkButton to="/staff/orders" variant="default">
          {t('list.title')}
        </LinkButton>
      </Actions>
    </div>
  );
}
