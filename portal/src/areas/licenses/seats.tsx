import { IconDevices } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Text } from '@mantine/core';
import { api, ask } from '../../api/client.js';
import { useFormat } from '../../shell/i18n/use-format.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Empty } from '../../ui/empty.js';
import { LoadMore } from '../../ui/load-more.js';
import { Panel } from '../../ui/panel.js';
import { ProgressLine } from '../../ui/progress-line.js';
import { QueryView } from '../../ui/query-view.js';
import { useList } from '../../ui/use-list.js';
import type { License, Seat } from './license-queries.js';
import classes from './licenses.module.css';
import { SeatTable } from './seat-table.js';

/** How many devices use the license, which, and a way to free a seat. */
export function Seats({ license, mayManage }: { license: License; mayManage: boolean }) {
  const t = useTexts('licenses');
  const format = useFormat();
  const client = useQueryClient();
  const { id, seats } = license;
  const list = useList({
    key: ['seat', id],
    read: (cursor) =>
      ask(api.GET('/licenses/{id}/seats', { params: { path: { id }, query: cursor ? { cursor } : {} } })),
    meta: { live: ['license'] },
  });
  const release = async (seat: Seat) => {
    await ask(api.DELETE('/licenses/{id}/seats/{seatId}', { params: { path: { id, seatId: seat.id } } }));
    void client.invalidateQueries({ queryKey: ['seat', id] });
    void client.invalidateQueries({ queryKey: ['license'] });
  };
  const counted = { used: format.number(seats.used), limit: format.number(seats.limit) };
  return (
    <Panel title={t('seats.title')}>
      <div className={classes.seats}>
        <ProgressLine label={t('seats.ofTaken', counted)} part={Math.min(1, seats.used / seats.limit)} />
        {seats.used >= seats.limit && (
          <Text mt="xs" fw={600}>
            {t('seats.full')}
          </Text>
        )}
      </div>
      <QueryView
        query={list}
        isEmpty={(taken) => taken.length === 0}
        empty={<Empty icon={IconDevices} text={t('seats.none')} />}
      >
        {(taken) => (
          <>
            <SeatTable seats={taken} release={mayManage ? release : null} />
            <LoadMore list={list} />
          </>
        )}
      </QueryView>
    </Panel>
  );
}
