import { button } from '../layout.js';
import type { MailText } from '../text.js';

export const mail: MailText = {
  subject: 'A session of your account was ended',
  text: `
We ended a session of your account on {{endedAt}}: a program presented a token that had been replaced by a newer one.
Either the program lost the newer one, or somebody has a copy.

If no program works with your account, or you cannot explain it, set a new password with “Forgot password” and tell support:

{{portal}}
`,
  html: `
<p>We ended a session of your account on {{endedAt}}: a program presented a token that had been replaced by a newer one. Either the program lost the newer one, or somebody has a copy.</p>
<p>If no program works with your account, or you cannot explain it, set a new password with “Forgot password” and tell support.</p>
${button('Open the portal', 'portal', 'en')}
`,
};
