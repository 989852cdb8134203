import { useState } from 'react';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useMe } from '../../shell/session/session.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Codes, type Ordered } from './codes.js';
import { OrderForm } from './order-form.js';
import { UnsavedCodes } from './unsaved-codes.js';
import { orderIsSaved, unsavedOrder } from './unsaved-order.js';

/** Codes that have not been saved come first, also when the page was left: there is no other place for them. */
export default function NewOrderPage() {
  const t = useTexts('staff-orders');
  const me = useMe();
  const [unsaved, setUnsaved] = useState(() => unsavedOrder(me.id));
  const [ordered, setOrdered] = useState<Ordered | null>(null);
  const saved = () => orderIsSaved(me.id);
  const again = () => {
    saved();
    setUnsaved(null);
    setOrdered(null);
  };
  return (
    <Page title={t(ordered || unsaved ? 'codes.title' : 'new.title')} width="medium">
      <Panel>
        {ordered && <Codes ordered={ordered} saved={saved} again={again} />}
        {!ordered && unsaved && <UnsavedCodes order={unsaved} saved={saved} again={again} />}
        {!ordered && !unsaved && <OrderForm done={setOrdered} />}
      </Panel>
    </Page>
  );
}
