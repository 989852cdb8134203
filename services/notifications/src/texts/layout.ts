import { texts } from './catalogue.js';
import { escapeHtml } from './clean.js';

/** The whole template of a text part. @param named whether the person's first name is known */
export function textLayout(body: string, language: string, named: boolean): string {
  return `${greeting(language, named)}\n\n${body}\n\n-- \n${texts.template('frame.footer', language)}\n{portal}\n`;
}

/**
 * The whole template of an HTML part: no picture, no script, nothing from elsewhere.
 * @param accent the color of the vendor's, dark enough for white text: #rrggbb
 */
export function htmlLayout(body: string, language: string, named: boolean, accent: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{vendor}</title>
</head>
<body style="margin:0;padding:24px;background:#f4f5f7;color:#1c1e21;font:16px/1.5 Arial,Helvetica,sans-serif">
<div style="max-width:600px;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px">
<p style="margin:0 0 20px;padding:0 0 12px;border-bottom:1px solid #dbe2e6;font-weight:bold;color:${accent}">{vendor}</p>
<p>${escapeHtml(greeting(language, named))}</p>
${body
  .split('\n\n')
  .map((paragraph) => block(paragraph, language, accent))
  .join('\n')}
</div>
<p style="max-width:600px;margin:16px auto;font-size:13px;color:#5f6570">${escapeHtml(texts.template('frame.footer', language))} <a href="{portal}">{portal}</a></p>
</body>
</html>
`;
}

const greeting = (language: string, named: boolean): string =>
  texts.template(named ? 'frame.helloNamed' : 'frame.hello', language);

/**
 * A paragraph in HTML. Of Markdown it knows `**strong**`, `` `code` ``, `> quotation`, and a link that is a paragraph of its
 * own, which becomes a button. Nothing else in a text makes HTML.
 */
function block(paragraph: string, language: string, accent: string): string {
  const [, label, link] = /^\[(.+)\]\((\{\w+\})\)$/.exec(paragraph) ?? [];
  if (label && link) return button(inline(label), link, language, accent);
  if (paragraph.startsWith('> '))
    return `<div style="padding:12px 16px;border-left:4px solid ${accent};background:#f4f5f7">${inline(paragraph.slice(2))}</div>`;
  return `<p>${inline(paragraph)}</p>`;
}

const inline = (text: string): string =>
  escapeHtml(text)
    .replaceAll(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replaceAll(/`(.+?)`/g, '<code>$1</code>')
    .replaceAll('\n', '<br>');

/** The one thing to do with a mail: a button, and its address for those whose mail program shows no buttons. */
const button = (label: string, link: string, language: string, accent: string): string =>
  `<p><a href="${link}" style="display:inline-block;padding:12px 20px;background:${accent};color:#ffffff;text-decoration:none;border-radius:6px">${label}</a></p>
<p style="font-size:13px;color:#5f6570">${escapeHtml(texts.template('frame.button', language))}</p>
<p style="font-size:13px;color:#5f6570;word-break:break-all">${link}</p>`;
