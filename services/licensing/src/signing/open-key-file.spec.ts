import { digest, splitChain } from '@tessera/license/format';
import { certificateContent, keyFileContent, makeSigner, TERMS } from '../../test/signing-factories.js';
import { certifyProductKey } from './make-keys.js';
import { openKeyFile } from './open-key-file.js';
import { signCertificate } from './sign-certificate.js';
import { signKeyFile } from './sign-key-file.js';

const signer = makeSigner();
const text = signKeyFile(keyFileContent(), signer);

function verdict(keyFile: string, rootPublicKeyPem = signer.root.publicKeyPem): string {
  const opened = openKeyFile(keyFile, rootPublicKeyPem);
  return opened.ok ? 'ok' : opened.code;
}

describe('openKeyFile', () => {
  it('[LIC-062] reads an uploaded key file, whether its term is over or not', () => {
    const over = keyFileContent({
      startsAt: '2026-01-01T00:00:00.000Z',
      expiresAt: '2026-02-01T00:00:00.000Z',
    });
    expect(openKeyFile(signKeyFile(over, signer), signer.root.publicKeyPem)).toEqual({
      ok: true,
      content: over,
    });
  });

  it.each<[string, string, () => string]>([
    [
      'a file of another vendor',
      'KEY_FILE_FOREIGN_SIGNER',
      () => signKeyFile(keyFileContent(), makeSigner()),
    ],
    ['a truncated file', 'KEY_FILE_MALFORMED', () => text.slice(0, -10)],
    [
      'a file with one bit flipped',
      'KEY_FILE_TAMPERED',
      () => text.replace('Serial-Number: 3', 'Serial-Number: 2'),
    ],
    ['a certificate', 'KEY_FILE_MALFORMED', () => signCertificate(certificateContent(), signer)],
    ['a picture', 'KEY_FILE_MALFORMED', () => '\u0089PNG\r\n\u001a\n'],
    ['100 MB', 'KEY_FILE_MALFORMED', () => '-'.repeat(100_000_000)],
  ])('[EDG-003] refuses %s as %s', (_what, code, make) => {
    expect(verdict(make())).toBe(code);
  });

  it.each([
    ['for another product', { productIds: ['cloud-guard'] }],
    ['for the product without the application', { productIds: ['endpoint-shield'] }],
  ])('[EDG-003] refuses a file whose signer was certified %s', (_, terms) => {
    const entitled = makeSigner();
    const narrow = recertified(entitled, terms);
    expect(verdict(signKeyFile(keyFileContent(), narrow), entitled.root.publicKeyPem)).toBe(
      'SIGNER_WRONG_PRODUCT',
    );
  });

  it('[EDG-003] refuses a file that says it was issued after its signer ended', () => {
    const entitled = makeSigner();
    const ended = recertified(entitled, { notAfter: new Date('2026-06-01T00:00:00.000Z') });
    expect(verdict(signKeyFile(keyFileContent(), ended), entitled.root.publicKeyPem)).toBe('SIGNER_EXPIRED');
  });

  it('[EDG-003] refuses a certificate that was exchanged below the signature', () => {
    const other = splitChain(signKeyFile(keyFileContent(), makeSigner({}, signer.root)))!.certificate;
    expect(verdict(splitChain(text)!.document + other)).toBe('KEY_FILE_TAMPERED');
  });
});

/** A signer that believes in wider terms than its certificate gives: what a thief of a product key would run. */
function recertified(signer: ReturnType<typeof makeSigner>, terms: object): ReturnType<typeof makeSigner> {
  const privateKeyPem = signer.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const { certificateText } = certifyProductKey(signer.root, privateKeyPem, { ...TERMS, ...terms });
  return { ...signer, certificateText, signer: digest(certificateText) };
}
