import { button } from '../layout.js';
import type { MailText } from '../text.js';

export const mail: MailText = {
  subject: 'Aktivieren Sie Ihr Konto bei {{vendor}}',
  text: `
danke für Ihre Registrierung. Mit diesem Link aktivieren Sie Ihr Konto und legen Ihr Passwort fest:

{{url}}

Der Link gilt bis {{expiresAt}}. Falls Sie sich nicht registriert haben, ignorieren Sie diese Nachricht: Ohne den Link entsteht kein Konto.
`,
  html: `
<p>danke für Ihre Registrierung. Aktivieren Sie Ihr Konto und legen Sie Ihr Passwort fest:</p>
${button('Aktivieren', 'url', 'de')}
<p>Der Link gilt bis {{expiresAt}}. Falls Sie sich nicht registriert haben, ignorieren Sie diese Nachricht: Ohne den Link entsteht kein Konto.</p>
`,
};
