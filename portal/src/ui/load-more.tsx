import { useTexts } from '../shell/i18n/use-texts.js';
import { Button } from './button.js';

/** The next page of a list below it; nothing where there is none. */
export function LoadMore({ list }: { list: { more: (() => void) | null; loadingMore: boolean } }) {
  const t = useTexts('ui');
  if (!list.more) return null;
  return (
    <Button variant="default" mt="md" busy={list.loadingMore} onClick={list.more}>
      {t('more')}
    </Button>
  );
}
