import type { MailText } from '../text.js';

export const mail: MailText = {
  subject: 'Ihre Schlüsseldateien für {{products}}',
  text: `
anbei finden Sie die Schlüsseldateien, die mit dieser Adresse angefordert wurden. Die Liste Compatibility_List.txt im Archiv sagt, welche Datei zu welcher Version gehört.

Produkte: {{products}}
Seriennummer: {{serialNumber}}

Falls Sie sie nicht angefordert haben, können Sie diese Nachricht löschen.
`,
  html: `
<p>anbei finden Sie die Schlüsseldateien, die mit dieser Adresse angefordert wurden. Die Liste <code>Compatibility_List.txt</code> im Archiv sagt, welche Datei zu welcher Version gehört.</p>
<p>Produkte: {{products}}<br>Seriennummer: {{serialNumber}}</p>
<p>Falls Sie sie nicht angefordert haben, können Sie diese Nachricht löschen.</p>
`,
};
