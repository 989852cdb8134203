import { button } from '../layout.js';
import type { MailText, NoticeText } from '../text.js';

export const mail: MailText = {
  subject: '[{{number}}] Antwort vom Support: {{subject}}',
  text: `
der Support hat Ihre Anfrage „{{subject}}“ beantwortet. {{status}}

{{writer}} schreibt:

{{answer}}

Hier können Sie antworten:

{{requestUrl}}
`,
  html: `
<p>der Support hat Ihre Anfrage „{{subject}}“ beantwortet. {{status}}</p>
<p>{{writer}} schreibt:</p>
<div style="padding:12px 16px;border-left:4px solid #0b5cad;background:#f4f5f7">{{answer}}</div>
${button('Anfrage öffnen', 'requestUrl', 'de')}
`,
};

export const notice: NoticeText = {
  title: 'Der Support hat Anfrage {{number}} beantwortet',
  text: '{{status}}',
};
