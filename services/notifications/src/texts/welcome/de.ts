import { button } from '../layout.js';
import type { MailText, NoticeText } from '../text.js';

export const mail: MailText = {
  subject: 'Ihr Konto bei {{vendor}} ist bereit',
  text: `
Ihr Konto ist aktiv. Ab jetzt melden Sie sich mit Ihrer Adresse und Ihrem Passwort an:

{{portal}}
`,
  html: `
<p>Ihr Konto ist aktiv. Ab jetzt melden Sie sich mit Ihrer Adresse und Ihrem Passwort an.</p>
${button('Anmelden', 'portal', 'de')}
`,
};

export const notice: NoticeText = {
  title: 'Ihr Konto ist bereit',
  text: 'Von nun an können Sie sich mit Ihrer Adresse und Ihrem Passwort anmelden.',
};
