import { button } from '../layout.js';
import type { MailText, NoticeText } from '../text.js';

export const mail: MailText = {
  subject: 'Lizenz gesperrt: {{productName}}',
  text: `
{{vendor}} hat eine Lizenz Ihrer Firma gesperrt. Ihre Anwendungen enden mit der nächsten Prüfung.

Produkt: {{productName}}
Seriennummer: {{serialNumber}}

Falls Sie den Grund nicht kennen, fragen Sie den Support:

{{portal}}
`,
  html: `
<p>{{vendor}} hat eine Lizenz Ihrer Firma gesperrt. Ihre Anwendungen enden mit der nächsten Prüfung.</p>
<p>Produkt: {{productName}}<br>Seriennummer: {{serialNumber}}</p>
<p>Falls Sie den Grund nicht kennen, fragen Sie den Support.</p>
${button('Portal öffnen', 'portal', 'de')}
`,
};

export const notice: NoticeText = {
  title: 'Lizenz gesperrt: {{productName}}',
  text: 'Die Lizenz mit der Seriennummer {{serialNumber}} ist gesperrt. Falls Sie den Grund nicht kennen, fragen Sie den Support.',
};
