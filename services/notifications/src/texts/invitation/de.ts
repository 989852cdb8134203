import { button } from '../layout.js';
import type { MailText } from '../text.js';

export const mail: MailText = {
  subject: 'Einladung in das Portal von {{vendor}} durch „{{companyName}}“',
  text: `
„{{inviterName}}“ lädt Sie in das Konto von „{{companyName}}“ im Kundenportal von {{vendor}} ein. Mit diesem Link nehmen Sie an:

{{url}}

Der Link gilt bis {{expiresAt}}. Falls Sie nicht wissen, wer Sie einlädt, ignorieren Sie diese Nachricht.
`,
  html: `
<p>„{{inviterName}}“ lädt Sie in das Konto von „{{companyName}}“ im Kundenportal von {{vendor}} ein.</p>
${button('Einladung annehmen', 'url', 'de')}
<p>Der Link gilt bis {{expiresAt}}. Falls Sie nicht wissen, wer Sie einlädt, ignorieren Sie diese Nachricht.</p>
`,
};
