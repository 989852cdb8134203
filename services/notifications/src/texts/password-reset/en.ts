import { button } from '../layout.js';
import type { MailText } from '../text.js';

export const mail: MailText = {
  subject: 'Set a new password',
  text: `
Somebody, probably you, asked for a new password for your account. Open this link to set it:

{{url}}

The link is valid until {{expiresAt}}. If it was not you, ignore this mail: your password stays as it is.
`,
  html: `
<p>Somebody, probably you, asked for a new password for your account.</p>
${button('Set a new password', 'url', 'en')}
<p>The link is valid until {{expiresAt}}. If it was not you, ignore this mail: your password stays as it is.</p>
`,
};
