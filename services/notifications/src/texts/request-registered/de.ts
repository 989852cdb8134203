import { button } from '../layout.js';
import type { MailText, NoticeText } from '../text.js';

export const mail: MailText = {
  subject: '[{{number}}] Ihre Anfrage wurde registriert: {{subject}}',
  text: `
Ihre Anfrage „{{subject}}“ wurde unter der Nummer {{number}} registriert. Ihr Status steht im Portal unter Anfragen:

{{requestUrl}}

Wenn Sie noch einmal schreiben, lassen Sie die Nummer im Betreff stehen.
`,
  html: `
<p>Ihre Anfrage „{{subject}}“ wurde unter der Nummer <strong>{{number}}</strong> registriert. Ihr Status steht im Portal unter Anfragen.</p>
${button('Anfrage öffnen', 'requestUrl', 'de')}
<p>Wenn Sie noch einmal schreiben, lassen Sie die Nummer im Betreff stehen.</p>
`,
};

export const notice: NoticeText = {
  title: 'Anfrage {{number}} wurde registriert',
  text: 'Der Support arbeitet daran.',
};
