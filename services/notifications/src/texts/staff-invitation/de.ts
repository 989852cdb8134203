import { button } from '../layout.js';
import type { MailText } from '../text.js';

export const mail: MailText = {
  subject: 'Ihr Konto in der Mitarbeiterkonsole von {{vendor}}',
  text: `
für Sie wurde ein Konto in der Mitarbeiterkonsole von {{vendor}} angelegt. Mit diesem Link legen Sie Ihr Passwort fest:

{{url}}

Der Link gilt bis {{expiresAt}}. Geben Sie diese Nachricht nicht weiter.
`,
  html: `
<p>für Sie wurde ein Konto in der Mitarbeiterkonsole von {{vendor}} angelegt. Legen Sie zuerst Ihr Passwort fest:</p>
${button('Passwort festlegen', 'url', 'de')}
<p>Der Link gilt bis {{expiresAt}}. Geben Sie diese Nachricht nicht weiter.</p>
`,
};
