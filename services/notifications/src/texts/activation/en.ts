import { button } from '../layout.js';
import type { MailText } from '../text.js';

export const mail: MailText = {
  subject: 'Activate your account at {{vendor}}',
  text: `
Somebody, probably you, has asked for an account with this address and has written:

Name: {{givenName}}
Company: {{companyName}}
License: {{license}} {{codeEnd}}

If this is yours, open this link to activate the account and to set your password:

{{url}}

The link is valid until {{expiresAt}}. If you get several of these mails, use the one that says what is yours; the others are void then. If you did not register, ignore this mail: no account is made without the link.
`,
  html: `
<p>Somebody, probably you, has asked for an account with this address and has written:</p>
<p>Name: <strong>{{givenName}}</strong><br>Company: <strong>{{companyName}}</strong><br>License: {{license}} {{codeEnd}}</p>
<p>If this is yours, activate the account and set your password:</p>
${button('Activate', 'url', 'en')}
<p>The link is valid until {{expiresAt}}. If you get several of these mails, use the one that says what is yours; the others are void then. If you did not register, ignore this mail: no account is made without the link.</p>
`,
};
