import { UnstyledButton } from '@mantine/core';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { filters, type Filter } from './license-queries.js';
import classes from './licenses.module.css';

/** LIC-065 "Show licenses". */
export function StatusFilter({ chosen, choose }: { chosen: Filter; choose: (filter: Filter) => void }) {
  const t = useTexts('licenses');
  return (
    <div role="group" aria-label={t('filter.label')} className={classes.filters}>
      {filters.map((filter) => (
        <UnstyledButton
          key={filter}
          className={classes.filter}
          aria-pressed={filter === chosen}
          onClick={() => choose(filter)}
        >
          {t(`filter.${filter}`)}
        </UnstyledButton>
      ))}
    </div>
  );
}
