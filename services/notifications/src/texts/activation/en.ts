import { button } from '../layout.js';
import type { MailText } from '../text.js';

export const mail: MailText = {
  subject: 'Activate your account at {{vendor}}',
  text: `
Thank you for registering. Open this link to activate your account and to set your password:

{{url}}

The link is valid until {{expiresAt}}. If you did not register, ignore this mail: no account is made without the link.
`,
  html: `
<p>Thank you for registering. Activate your account and set your password:</p>
${button('Activate', 'url', 'en')}
<p>The link is valid until {{expiresAt}}. If you did not register, ignore this mail: no account is made without the link.</p>
`,
};
