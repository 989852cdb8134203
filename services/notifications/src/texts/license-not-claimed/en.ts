import { button } from '../layout.js';
import type { MailText, NoticeText } from '../text.js';

export const mail: MailText = {
  subject: 'Your license could not be added',
  text: `
Your account is active and you can sign in, but your license could not be added: {{reason}}. So there is no company account for you yet.

You can found it after signing in: with this license, once the reason is removed, with another one, or without a license. If you need help, ask a question about the portal there; that needs no company account:

{{portal}}
`,
  html: `
<p>Your account is active and you can sign in, but your license could not be added: {{reason}}. So there is no company account for you yet.</p>
<p>You can found it after signing in: with this license, once the reason is removed, with another one, or without a license. If you need help, ask a question about the portal there; that needs no company account.</p>
${button('Open the portal', 'portal', 'en')}
`,
};

export const notice: NoticeText = {
  title: 'Your license could not be added',
  text: 'It could not be added: {{reason}}. You can found your company account with this license, with another one, or without.',
};
