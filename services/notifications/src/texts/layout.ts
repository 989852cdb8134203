import type { Language } from './language.js';

const frame: Record<Language, { hello: string; helloNamed: string; footer: string; button: string }> = {
  en: {
    hello: 'Hello,',
    helloNamed: 'Hello {{firstName}},',
    footer: 'This mail was sent automatically by the customer portal of {{vendor}}:',
    button: 'If the button does not work, copy this address into your browser:',
  },
  de: {
    hello: 'Guten Tag,',
    helloNamed: 'Guten Tag {{firstName}},',
    footer: 'Diese Nachricht wurde automatisch vom Kundenportal von {{vendor}} verschickt:',
    button: 'Falls die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:',
  },
};

/** The whole template of a text part. @param named whether the person's first name is known */
export function textLayout(body: string, language: Language, named: boolean): string {
  const f = frame[language];
  return `${named ? f.helloNamed : f.hello}\n\n${body.trim()}\n\n-- \n${f.footer}\n{{portal}}\n`;
}

/** The whole template of an HTML part: no picture, no script, nothing from elsewhere. */
export function htmlLayout(body: string, language: Language, named: boolean): string {
  const f = frame[language];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{vendor}}</title>
</head>
<body style="margin:0;padding:24px;background:#f4f5f7;color:#1c1e21;font:16px/1.5 Arial,Helvetica,sans-serif">
<div style="max-width:600px;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px">
<p>${named ? f.helloNamed : f.hello}</p>
${body.trim()}
</div>
<p style="max-width:600px;margin:16px auto;font-size:13px;color:#5f6570">${f.footer} <a href="{{portal}}">{{portal}}</a></p>
</body>
</html>
`;
}

/** The one thing to do with a mail: a button, and its address for those whose mail program shows no buttons. */
export function button(label: string, placeholder: string, language: Language): string {
  return `<p><a href="{{${placeholder}}}" style="display:inline-block;padding:12px 20px;background:#0b5cad;color:#ffffff;text-decoration:none;border-radius:6px">${label}</a></p>
<p style="font-size:13px;color:#5f6570">${frame[language].button}<br>{{${placeholder}}}</p>`;
}
