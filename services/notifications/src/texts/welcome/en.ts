import { button } from '../layout.js';
import type { MailText, NoticeText } from '../text.js';

export const mail: MailText = {
  subject: 'Your account at {{vendor}} is ready',
  text: `
Your account is active. From now on you can sign in with your address and your password:

{{portal}}
`,
  html: `
<p>Your account is active. From now on you can sign in with your address and your password.</p>
${button('Sign in', 'portal', 'en')}
`,
};

export const notice: NoticeText = {
  title: 'Your account is ready',
  text: 'From now on you can sign in with your address and your password.',
};
