import { button } from '../layout.js';
import type { MailText, NoticeText } from '../text.js';

export const mail: MailText = {
  subject: 'License removed: {{products}}',
  text: `
A license was removed from your company. Applications that use it go on; the license can be added again.

Products: {{products}}
Serial number: {{serialNumber}}

{{portal}}
`,
  html: `
<p>A license was removed from your company. Applications that use it go on; the license can be added again.</p>
<p>Products: {{products}}<br>Serial number: {{serialNumber}}</p>
${button('Open the portal', 'portal', 'en')}
`,
};

export const notice: NoticeText = {
  title: 'License removed: {{products}}',
  text: 'The license with serial number {{serialNumber}} does not belong to your company any more.',
};
