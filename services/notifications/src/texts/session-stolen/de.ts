import { button } from '../layout.js';
import type { MailText } from '../text.js';

export const mail: MailText = {
  subject: 'Eine Sitzung Ihres Kontos wurde beendet',
  text: `
wir haben am {{endedAt}} eine Sitzung Ihres Kontos beendet: Ein Programm hat ein Token vorgezeigt, das schon durch ein neueres
ersetzt war. Entweder hat das Programm das neuere verloren, oder jemand besitzt eine Kopie.

Falls kein Programm mit Ihrem Konto arbeitet oder Sie es sich nicht erklären können, legen Sie mit „Passwort vergessen“ ein
neues Passwort fest und melden Sie es dem Support:

{{portal}}
`,
  html: `
<p>wir haben am {{endedAt}} eine Sitzung Ihres Kontos beendet: Ein Programm hat ein Token vorgezeigt, das schon durch ein neueres ersetzt war. Entweder hat das Programm das neuere verloren, oder jemand besitzt eine Kopie.</p>
<p>Falls kein Programm mit Ihrem Konto arbeitet oder Sie es sich nicht erklären können, legen Sie mit „Passwort vergessen“ ein neues Passwort fest und melden Sie es dem Support.</p>
${button('Portal öffnen', 'portal', 'de')}
`,
};
