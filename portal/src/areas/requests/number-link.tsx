import { useTexts } from '../../shell/i18n/use-texts.js';
import { TextLink } from '../../ui/text-link.js';

/** Another request, by its number where that is what we know of it. */
export function NumberLink(props: { number: string } | { id: string }) {
  const t = useTexts('requests');
  if ('id' in props) return <TextLink to={`/requests/${props.id}`}>{t('one.open')}</TextLink>;
  return <TextLink to={`/requests?number=${encodeURIComponent(props.number)}`}>{props.number}</TextLink>;
}
