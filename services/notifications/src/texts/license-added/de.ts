import { button } from '../layout.js';
import type { MailText, NoticeText } from '../text.js';

export const mail: MailText = {
  subject: 'Lizenz hinzugefügt: {{products}}',
  text: `
Ihrer Firma wurde eine Lizenz hinzugefügt.

Produkte: {{products}}
Seriennummer: {{serialNumber}}
Gültig bis: {{expiresAt}}

{{portal}}
`,
  html: `
<p>Ihrer Firma wurde eine Lizenz hinzugefügt.</p>
<p>Produkte: {{products}}<br>Seriennummer: {{serialNumber}}<br>Gültig bis: {{expiresAt}}</p>
${button('Portal öffnen', 'portal', 'de')}
`,
};

export const notice: NoticeText = {
  title: 'Lizenz hinzugefügt: {{products}}',
  text: 'Seriennummer {{serialNumber}}, gültig bis {{expiresAt}}.',
};
