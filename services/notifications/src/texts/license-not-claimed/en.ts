import { button } from '../layout.js';
import type { MailText, NoticeText } from '../text.js';

export const mail: MailText = {
  subject: 'Your license could not be added',
  text: `
Your registration succeeded and you can sign in, but your license could not be added: {{reason}}.

Please try again under Licenses. If that fails too, ask a question about the portal under Requests:

{{portal}}
`,
  html: `
<p>Your registration succeeded and you can sign in, but your license could not be added: {{reason}}.</p>
<p>Please try again under Licenses. If that fails too, ask a question about the portal under Requests.</p>
${button('Open the portal', 'portal', 'en')}
`,
};

export const notice: NoticeText = {
  title: 'Your license could not be added',
  text: 'It could not be added at your registration: {{reason}}. Try again under Licenses.',
};
