import { Skeleton } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Columns } from '../../ui/columns.js';
import { Empty } from '../../ui/empty.js';
import { Panel } from '../../ui/panel.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { listOf, type Subject } from './concern.js';
import { ConcernList } from './concern-list.js';
import classes from './home.module.css';
import { sources } from './read-concerns.js';

/** Only what there is something to do about; that there is nothing is said too. */
export function Attention({ of }: { of: readonly Subject[] }) {
  const t = useTexts('home');
  const queries = useQueries({
    queries: of.map((subject) => ({
      queryKey: [sources[subject].noun, 'home', subject],
      queryFn: sources[subject].read,
    })),
  });
  const found = of.map((subject, index) => ({ subject, query: queries[index]! }));
  const failed = found.filter(({ query }) => query.data === undefined && query.error !== null);
  const loading = found.some(({ query }) => query.isPending);
  const shown = found.flatMap(({ subject, query: { data } }) =>
    data?.items.length ? [{ subject, data }] : [],
  );
  return (
    <section className={classes.attention} aria-label={t('attention')} aria-busy={loading}>
      {failed.length > 0 && (
        <ProblemNotice
          error={failed[0]!.query.error}
          retry={() => failed.forEach(({ query }) => void query.refetch())}
        />
      )}
      <Columns least="20rem">
        {shown.map(({ subject, data }) => (
          <ConcernList key={subject} subject={subject} concerns={data} all={listOf[subject]} />
        ))}
        {loading && <Skeleton height={120} radius="md" role="status" aria-label={t('loading')} />}
      </Columns>
      {!loading && shown.length === 0 && failed.length === 0 && (
        <Panel>
          <Empty icon={IconCircleCheck} text={t('allWell')} />
        </Panel>
      )}
    </section>
  );
}
