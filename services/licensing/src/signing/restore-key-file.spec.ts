import fc from 'fast-check';
import { incompleteness, restoreKeyFile } from './restore-key-file.js';
import { signKeyFile } from './sign-key-file.js';
import { certificateContent, keyFileContent, makeSigner } from '../../test/signing-factories.js';
import { signCertificate } from './sign-certificate.js';

const signer = makeSigner();
const text = signKeyFile(keyFileContent(), signer);
const lines = text.split('\n');

describe('restoreKeyFile', () => {
  it.each<[string, string]>([
    ['nothing', text],
    ['a byte-order mark', `\uFEFF${text}`],
    ['line ends of Windows', text.replaceAll('\n', '\r\n')],
    ['line ends of old Macs', text.replaceAll('\n', '\r')],
    ['line ends that were converted twice', text.replaceAll('\n', '\r\r\n')],
    ['one other line end', text.replace('\n', '\r\n')],
    ['no last line end', text.trimEnd()],
    ['blank lines at the end', `${text}\n\n \n`],
    ['blanks at the end of lines', text.replaceAll('\n', ' \t\n')],
    ['blanks at the beginning of lines', lines.map((line) => `    ${line}`).join('\n')],
    ['a blank line after every line', text.replaceAll('\n', '\n\n')],
    ['no blank lines', lines.filter(Boolean).join('\n')],
    ['a mail around it', `Hello,\nhere it is:\n\n${text}\n-- \nAcme GmbH: -----\n`],
    ['quotation marks of an answer', lines.map((line) => `> ${line}`).join('\n')],
    ['no-break blanks', text.replaceAll(' ', '\u00a0')],
    ['zero-width blanks within', text.replaceAll('Signer', 'Sig\u200bner')],
  ])('undoes %s', (_, suffered) => {
    expect(incompleteness(suffered)).toBeNull();
    expect(restoreKeyFile(suffered)).toBe(text);
  });

  it('never fails, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(text.length), (noise, at) => {
        expect(typeof restoreKeyFile(text.slice(0, at) + noise + text.slice(at))).toBe('string');
      }),
    );
  });
});

describe('incompleteness', () => {
  it.each<[string, string, ReturnType<typeof incompleteness>]>([
    ['a key file', text, null],
    ['half of one', text.slice(0, text.length / 2), 'TRUNCATED'],
    ['one without its last line', lines.slice(0, -2).join('\n'), 'TRUNCATED'],
    ['a certificate', signCertificate(certificateContent(), signer), 'NOT_A_KEY_FILE'],
    ['nothing', '', 'NOT_A_KEY_FILE'],
  ])('of %s', (_, given, expected) => expect(incompleteness(given)).toBe(expected));
});
