import { List, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useFormat } from '../../../shell/i18n/use-format.js';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { Actions } from '../../../ui/actions.js';
import { Button } from '../../../ui/button.js';
import { Copyable } from '../../../ui/copyable.js';
import { Facts } from '../../../ui/facts.js';
import { Panel } from '../../../ui/panel.js';
import classes from '../devices.module.css';
import type { Enrollment } from './enrollment.js';
import { JoinedPanel } from './joined-panel.js';
import { useJoined } from './use-joined.js';
import { usePast } from './use-past.js';

/** The code in its three forms, what to do with it on the device, and whether the device is there yet. */
export function EnrollmentPanel({ enrollment, another }: { enrollment: Enrollment; another: () => void }) {
  const t = useTexts('devices');
  const joined = useJoined(enrollment);
  const expired = usePast(enrollment.expiresAt);
  const usedUp = joined.length >= enrollment.uses;
  const over = usedUp || expired;
  const place = useRef<HTMLDivElement>(null);
  // The form that had the focus has made way for this.
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className={classes.sections}>
      <JoinedPanel devices={joined} uses={enrollment.uses} waiting={!over} expired={expired && !usedUp} />
      {!over && <Code enrollment={enrollment} />}
      <Actions>
        <Button variant={over ? 'filled' : 'default'} onClick={another}>
          {t('connect.another')}
        </Button>
      </Actions>
    </div>
  );
}

function Code({ enrollment: { code, url, qr, expiresAt, uses } }: { enrollment: Enrollment }) {
  const t = useTexts('devices');
  const format = useFormat();
  return (
    <Panel title={t('connect.codeTitle')}>
      <div className={classes.join}>
        <img className={classes.qr} src={qr} alt={t('connect.qr')} width={192} height={192} />
        <div>
          <Facts
            items={[
              {
                label: t('connect.code'),
                value: (
                  <span className={classes.codeBig}>
                    <Copyable text={code} name={t('connect.code')} />
                  </span>
                ),
              },
              { label: t('connect.link'), value: <Copyable text={url} name={t('connect.link')} /> },
              {
                label: t('connect.valid'),
                value: `${format.dateTime(expiresAt)} (${format.relative(expiresAt)})`,
              },
              { label: t('connect.uses'), value: t('connect.usesValue', { count: uses }) },
            ]}
          />
          <Text mt="md" mb="xs" fw={600}>
            {t('connect.how')}
          </Text>
          <List type="ordered" spacing="xs">
            <List.Item>{t('connect.step1')}</List.Item>
            <List.Item>{t('connect.step2')}</List.Item>
            <List.Item>{t('connect.step3')}</List.Item>
          </List>
          <Text size="sm" c="dimmed" mt="md">
            {t('connect.once')}
          </Text>
        </div>
      </div>
    </Panel>
  );
}
