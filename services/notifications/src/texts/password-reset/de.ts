import { button } from '../layout.js';
import type { MailText } from '../text.js';

export const mail: MailText = {
  subject: 'Legen Sie ein neues Passwort fest',
  text: `
jemand, vermutlich Sie selbst, hat für Ihr Konto ein neues Passwort angefordert. Mit diesem Link legen Sie es fest:

{{url}}

Der Link gilt bis {{expiresAt}}. Falls Sie es nicht waren, ignorieren Sie diese Nachricht: Ihr Passwort bleibt, wie es ist.
`,
  html: `
<p>jemand, vermutlich Sie selbst, hat für Ihr Konto ein neues Passwort angefordert.</p>
${button('Neues Passwort festlegen', 'url', 'de')}
<p>Der Link gilt bis {{expiresAt}}. Falls Sie es nicht waren, ignorieren Sie diese Nachricht: Ihr Passwort bleibt, wie es ist.</p>
`,
};
