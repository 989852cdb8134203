import { button } from '../layout.js';
import type { MailText, NoticeText } from '../text.js';

export const mail: MailText = {
  subject: 'Lizenz entfernt: {{products}}',
  text: `
Eine Lizenz wurde aus Ihrer Firma entfernt. Anwendungen, die sie benutzen, laufen weiter; die Lizenz kann wieder hinzugefügt werden.

Produkte: {{products}}
Seriennummer: {{serialNumber}}

{{portal}}
`,
  html: `
<p>Eine Lizenz wurde aus Ihrer Firma entfernt. Anwendungen, die sie benutzen, laufen weiter; die Lizenz kann wieder hinzugefügt werden.</p>
<p>Produkte: {{products}}<br>Seriennummer: {{serialNumber}}</p>
${button('Portal öffnen', 'portal', 'de')}
`,
};

export const notice: NoticeText = {
  title: 'Lizenz entfernt: {{products}}',
  text: 'Die Lizenz mit der Seriennummer {{serialNumber}} gehört nicht mehr zu Ihrer Firma.',
};
