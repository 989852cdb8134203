import { button } from '../layout.js';
import type { MailText, NoticeText } from '../text.js';

export const mail: MailText = {
  subject: 'Ihre Lizenz konnte nicht hinzugefügt werden',
  text: `
Ihr Konto ist aktiv und Sie können sich anmelden, aber Ihre Lizenz konnte nicht hinzugefügt werden: {{reason}}. Deshalb gibt es für Sie noch kein Firmenkonto.

Nach der Anmeldung können Sie es anlegen: mit dieser Lizenz, sobald der Grund behoben ist, mit einer anderen oder ohne Lizenz. Brauchen Sie Hilfe, stellen Sie dort eine Frage zum Portal; dafür ist kein Firmenkonto nötig:

{{portal}}
`,
  html: `
<p>Ihr Konto ist aktiv und Sie können sich anmelden, aber Ihre Lizenz konnte nicht hinzugefügt werden: {{reason}}. Deshalb gibt es für Sie noch kein Firmenkonto.</p>
<p>Nach der Anmeldung können Sie es anlegen: mit dieser Lizenz, sobald der Grund behoben ist, mit einer anderen oder ohne Lizenz. Brauchen Sie Hilfe, stellen Sie dort eine Frage zum Portal; dafür ist kein Firmenkonto nötig.</p>
${button('Portal öffnen', 'portal', 'de')}
`,
};

export const notice: NoticeText = {
  title: 'Ihre Lizenz konnte nicht hinzugefügt werden',
  text: 'Sie konnte nicht hinzugefügt werden: {{reason}}. Sie können Ihr Firmenkonto mit dieser Lizenz, mit einer anderen oder ohne anlegen.',
};
