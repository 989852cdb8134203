import { button } from '../layout.js';
import type { MailText, NoticeText } from '../text.js';

export const mail: MailText = {
  subject: '[{{number}}] Answer from support: {{subject}}',
  text: `
Support has answered your request “{{subject}}”. {{status}}

{{writer}} wrote:

{{answer}}

Answer here:

{{requestUrl}}
`,
  html: `
<p>Support has answered your request “{{subject}}”. {{status}}</p>
<p>{{writer}} wrote:</p>
<div style="padding:12px 16px;border-left:4px solid #0b5cad;background:#f4f5f7">{{answer}}</div>
${button('Open the request', 'requestUrl', 'en')}
`,
};

export const notice: NoticeText = {
  title: 'Support has answered request {{number}}',
  text: '{{status}}',
};
