import { button } from '../layout.js';
import type { MailText, NoticeText } from '../text.js';

export const mail: MailText = {
  subject: 'Your password was changed',
  text: `
The password of your account was changed on {{changedAt}}.

If it was not you, set a new password at once with “Forgot password” and tell support:

{{portal}}
`,
  html: `
<p>The password of your account was changed on {{changedAt}}.</p>
<p>If it was not you, set a new password at once with “Forgot password” and tell support.</p>
${button('Open the portal', 'portal', 'en')}
`,
};

export const notice: NoticeText = {
  title: 'Your password was changed',
  text: 'It was changed on {{changedAt}}. If it was not you, set a new one at once and tell support.',
};
