import { button } from '../layout.js';
import type { MailText, NoticeText } from '../text.js';

export const mail: MailText = {
  subject: 'License added: {{products}}',
  text: `
A license was added to your company.

Products: {{products}}
Serial number: {{serialNumber}}
Valid until: {{expiresAt}}

{{portal}}
`,
  html: `
<p>A license was added to your company.</p>
<p>Products: {{products}}<br>Serial number: {{serialNumber}}<br>Valid until: {{expiresAt}}</p>
${button('Open the portal', 'portal', 'en')}
`,
};

export const notice: NoticeText = {
  title: 'License added: {{products}}',
  text: 'Serial number {{serialNumber}}, valid until {{expiresAt}}.',
};
