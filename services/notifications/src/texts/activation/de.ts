import { button } from '../layout.js';
import type { MailText } from '../text.js';

export const mail: MailText = {
  subject: 'Aktivieren Sie Ihr Konto bei {{vendor}}',
  text: `
jemand, vermutlich Sie selbst, möchte ein Konto mit dieser Adresse und hat angegeben:

Name: {{givenName}}
Firma: {{companyName}}
Lizenz: {{license}} {{codeEnd}}

Ist das Ihre Angabe, aktivieren Sie mit diesem Link das Konto und legen Ihr Passwort fest:

{{url}}

Der Link gilt bis {{expiresAt}}. Bekommen Sie mehrere solche Nachrichten, nehmen Sie die mit Ihren Angaben; die anderen gelten dann nicht mehr. Falls Sie sich nicht registriert haben, ignorieren Sie diese Nachricht: Ohne den Link entsteht kein Konto.
`,
  html: `
<p>jemand, vermutlich Sie selbst, möchte ein Konto mit dieser Adresse und hat angegeben:</p>
<p>Name: <strong>{{givenName}}</strong><br>Firma: <strong>{{companyName}}</strong><br>Lizenz: {{license}} {{codeEnd}}</p>
<p>Ist das Ihre Angabe, aktivieren Sie das Konto und legen Sie Ihr Passwort fest:</p>
${button('Aktivieren', 'url', 'de')}
<p>Der Link gilt bis {{expiresAt}}. Bekommen Sie mehrere solche Nachrichten, nehmen Sie die mit Ihren Angaben; die anderen gelten dann nicht mehr. Falls Sie sich nicht registriert haben, ignorieren Sie diese Nachricht: Ohne den Link entsteht kein Konto.</p>
`,
};
