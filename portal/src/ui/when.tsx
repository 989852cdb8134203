import { useFormat } from '../shell/i18n/use-format.js';

/** A time for people and for machines; pointing at it shows it in full. */
export function When({ time, as = 'dateTime' }: { time: string; as?: 'date' | 'dateTime' | 'relative' }) {
  const format = useFormat();
  return (
    <time
      dateTime={time}
      // Not before: on a long list it is much work for nothing.
      onPointerEnter={({ currentTarget }) => (currentTarget.title = format.dateTime(time))}
    >
      {format[as](time)}
    </time>
  );
}
