import { button } from '../layout.js';
import type { MailText, NoticeText } from '../text.js';

export const mail: MailText = {
  subject: 'License blocked: {{productName}}',
  text: `
{{vendor}} has blocked a license of your company. Its applications will stop at their next check.

Product: {{productName}}
Serial number: {{serialNumber}}

If you do not know why, ask support:

{{portal}}
`,
  html: `
<p>{{vendor}} has blocked a license of your company. Its applications will stop at their next check.</p>
<p>Product: {{productName}}<br>Serial number: {{serialNumber}}</p>
<p>If you do not know why, ask support.</p>
${button('Open the portal', 'portal', 'en')}
`,
};

export const notice: NoticeText = {
  title: 'License blocked: {{productName}}',
  text: 'The license with serial number {{serialNumber}} is blocked. If you do not know why, ask support.',
};
