import { button } from '../layout.js';
import type { MailText, NoticeText } from '../text.js';

export const mail: MailText = {
  subject: 'Ihre Lizenz konnte nicht hinzugefügt werden',
  text: `
Ihre Registrierung war erfolgreich und Sie können sich anmelden, aber Ihre Lizenz konnte nicht hinzugefügt werden: {{reason}}.

Bitte versuchen Sie es unter Lizenzen noch einmal. Gelingt auch das nicht, stellen Sie unter Anfragen eine Frage zum Portal:

{{portal}}
`,
  html: `
<p>Ihre Registrierung war erfolgreich und Sie können sich anmelden, aber Ihre Lizenz konnte nicht hinzugefügt werden: {{reason}}.</p>
<p>Bitte versuchen Sie es unter Lizenzen noch einmal. Gelingt auch das nicht, stellen Sie unter Anfragen eine Frage zum Portal.</p>
${button('Portal öffnen', 'portal', 'de')}
`,
};

export const notice: NoticeText = {
  title: 'Ihre Lizenz konnte nicht hinzugefügt werden',
  text: 'Sie konnte bei Ihrer Registrierung nicht hinzugefügt werden: {{reason}}. Versuchen Sie es unter Lizenzen noch einmal.',
};
