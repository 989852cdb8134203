import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { View } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import type { Draft } from './new/draft.js';
import { NewRequestForm } from './new/new-request-form.js';
import { Sent } from './new/sent.js';

const categories: readonly string[] = [
  'technical',
  'portal',
  'feedback',
  'threat_portal',
  'apns_certificate',
];

/** `?previous=` is the number of a final request that this one continues (SUP-072). */
export default function NewRequestPage() {
  const t = useTexts('requests');
  const [query, setQuery] = useSearchParams();
  const [sent, setSent] = useState<View<'RequestView'> | null>(null);
  const again = () => {
    setQuery({}, { replace: true });
    setSent(null);
  };
  return (
    <Page
      title={t(sent ? 'sent.title' : 'new.title')}
      intro={sent ? undefined : t('new.intro')}
      width="medium"
    >
      <Panel>
        {sent ? (
          <Sent request={sent} again={again} />
        ) : (
          <NewRequestForm first={draftOf(query, t)} sent={setSent} />
        )}
      </Panel>
    </Page>
  );
}

type Say = (key: string, values: Record<string, string>) => string;

function draftOf(query: URLSearchParams, t: Say): Partial<Draft> {
  const number = query.get('previous')?.slice(0, 40) ?? '';
  const category = query.get('category') ?? '';
  return {
    ...(categories.includes(category) ? { category: category as Draft['category'] } : {}),
    ...(/^[0-9a-f-]{36}$/.test(query.get('product') ?? '') ? { productId: query.get('product')! } : {}),
    ...(number ? { previousNumber: number, subject: t('new.continues', { number }) } : {}),
  };
}
