import { button } from '../layout.js';
import type { MailText, NoticeText } from '../text.js';

export const mail: MailText = {
  subject: '“{{userName}}” has joined your company',
  text: `
“{{userName}}” has accepted the invitation and is now a member of your company account:

{{portal}}
`,
  html: `
<p>“{{userName}}” has accepted the invitation and is now a member of your company account.</p>
${button('Open the portal', 'portal', 'en')}
`,
};

export const notice: NoticeText = {
  title: '“{{userName}}” has joined',
  text: 'The invitation was accepted.',
};
