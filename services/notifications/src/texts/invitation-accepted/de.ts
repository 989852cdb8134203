import { button } from '../layout.js';
import type { MailText, NoticeText } from '../text.js';

export const mail: MailText = {
  subject: '„{{userName}}“ gehört jetzt zu Ihrer Firma',
  text: `
„{{userName}}“ hat die Einladung angenommen und gehört jetzt zu Ihrem Firmenkonto:

{{portal}}
`,
  html: `
<p>„{{userName}}“ hat die Einladung angenommen und gehört jetzt zu Ihrem Firmenkonto.</p>
${button('Portal öffnen', 'portal', 'de')}
`,
};

export const notice: NoticeText = {
  title: '„{{userName}}“ ist beigetreten',
  text: 'Die Einladung wurde angenommen.',
};
