import type { MailText } from '../text.js';

export const mail: MailText = {
  subject: 'Your key files for {{products}}',
  text: `
Attached you find the key files that were asked for with this address. The list Compatibility_List.txt in the archive says which file belongs to which version.

Products: {{products}}
Serial number: {{serialNumber}}

If you did not ask for them, you may delete this mail.
`,
  html: `
<p>Attached you find the key files that were asked for with this address. The list <code>Compatibility_List.txt</code> in the archive says which file belongs to which version.</p>
<p>Products: {{products}}<br>Serial number: {{serialNumber}}</p>
<p>If you did not ask for them, you may delete this mail.</p>
`,
};
