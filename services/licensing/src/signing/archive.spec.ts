import { strFromU8, unzipSync } from 'fflate';
import { keyFileContent, makeSigner } from '../../test/signing-factories.js';
import { keyFileArchive, type SignedKeyFile } from './archive.js';
import { keyFileName, signKeyFile } from './sign-key-file.js';

const signer = makeSigner();

function keyFile(position: number): SignedKeyFile {
  const content = keyFileContent({ product: { id: `product-${position}`, name: `Product ${position}` } });
  return { name: keyFileName(content.serialNumber, position), content, text: signKeyFile(content, signer) };
}

describe('keyFileArchive', () => {
  it('[LIC-029][LIC-033] holds every key file, unchanged, and the compatibility list', () => {
    const files = [keyFile(1), keyFile(2)];
    const entries = unzipSync(keyFileArchive(files));
    expect(Object.keys(entries)).toEqual(['3F9A01C2.key', '601C2A24.key', 'Compatibility_List.txt']);
    for (const { name, text } of files) expect(strFromU8(entries[name]!)).toBe(text);
  });

  it('[LIC-030] names the files in the list as they are named in the archive', () => {
    const list = strFromU8(unzipSync(keyFileArchive([keyFile(1), keyFile(2)]))['Compatibility_List.txt']!);
    expect(list).toMatch(/^Product 1 +3F9A01C2\.key\r$/m);
    expect(list).toMatch(/^Product 2 +601C2A24\.key\r$/m);
  });

  it('[LIC-021] is the same for the same key files', () => {
    expect(Buffer.compare(keyFileArchive([keyFile(1)]), keyFileArchive([keyFile(1)]))).toBe(0);
  });

  it('refuses to lose a file to another one of the same name, or to be empty', () => {
    expect(() => keyFileArchive([keyFile(1), keyFile(1)])).toThrow(RangeError);
    expect(() => keyFileArchive([])).toThrow(RangeError);
  });
});
