import { button } from '../layout.js';
import type { MailText, NoticeText } from '../text.js';

export const mail: MailText = {
  subject: 'Ihr Passwort wurde geändert',
  text: `
das Passwort Ihres Kontos wurde am {{changedAt}} geändert.

Falls Sie es nicht waren, legen Sie sofort mit „Passwort vergessen“ ein neues fest und melden Sie es dem Support:

{{portal}}
`,
  html: `
<p>das Passwort Ihres Kontos wurde am {{changedAt}} geändert.</p>
<p>Falls Sie es nicht waren, legen Sie sofort mit „Passwort vergessen“ ein neues fest und melden Sie es dem Support.</p>
${button('Portal öffnen', 'portal', 'de')}
`,
};

export const notice: NoticeText = {
  title: 'Ihr Passwort wurde geändert',
  text: 'Es wurde am {{changedAt}} geändert. Falls Sie es nicht waren, legen Sie sofort ein neues fest und melden Sie es dem Support.',
};
