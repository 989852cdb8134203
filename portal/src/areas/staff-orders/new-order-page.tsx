import { useState } from 'react';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Codes, type Ordered } from './codes.js';
import { OrderForm } from './order-form.js';

export default function NewOrderPage() {
  const t = useTexts('staff-orders');
  const [ordered, setOrdered] = useState<Ordered | null>(null);
  return (
    <Page title={t(ordered ? 'codes.title' : 'new.title')} width="medium">
      <Panel>
        {ordered ? (
          <Codes ordered={ordered} again={() => setOrdered(null)} />
        ) : (
          <OrderForm done={setOrdered} />
        )}
      </Panel>
    </Page>
  );
}
