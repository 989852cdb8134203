import { button } from '../layout.js';
import type { MailText, NoticeText } from '../text.js';

export const mail: MailText = {
  subject: '[{{number}}] Your request was registered: {{subject}}',
  text: `
Your request “{{subject}}” was registered under number {{number}}. Its status stands in the portal under Requests:

{{requestUrl}}

If you write again, leave the number in the subject.
`,
  html: `
<p>Your request “{{subject}}” was registered under number <strong>{{number}}</strong>. Its status stands in the portal under Requests.</p>
${button('Open the request', 'requestUrl', 'en')}
<p>If you write again, leave the number in the subject.</p>
`,
};

export const notice: NoticeText = {
  title: 'Request {{number}} was registered',
  text: 'Support is working on it.',
};
