import { button } from '../layout.js';
import type { MailText } from '../text.js';

export const mail: MailText = {
  subject: 'Invitation to the portal of {{vendor}} from “{{companyName}}”',
  text: `
“{{inviterName}}” invites you to the account of “{{companyName}}” in the customer portal of {{vendor}}. Open this link to accept:

{{url}}

The link is valid until {{expiresAt}}. If you do not know who invites you, ignore this mail.
`,
  html: `
<p>“{{inviterName}}” invites you to the account of “{{companyName}}” in the customer portal of {{vendor}}.</p>
${button('Accept the invitation', 'url', 'en')}
<p>The link is valid until {{expiresAt}}. If you do not know who invites you, ignore this mail.</p>
`,
};
