import { button } from '../layout.js';
import type { MailText } from '../text.js';

export const mail: MailText = {
  subject: 'Your account in the staff console of {{vendor}}',
  text: `
An account was made for you in the staff console of {{vendor}}. Open this link to set your password:

{{url}}

The link is valid until {{expiresAt}}. Do not pass this mail on.
`,
  html: `
<p>An account was made for you in the staff console of {{vendor}}. Set your password to begin:</p>
${button('Set your password', 'url', 'en')}
<p>The link is valid until {{expiresAt}}. Do not pass this mail on.</p>
`,
};
