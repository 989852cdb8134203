import { makeKeyFileArchive } from '@tessera/contracts';
import { idOf, type Source } from './source.js';

/** The mail with key files: it can be asked for without an account, so its address stands with the order and not in an account. */
export const keyFileArchive: Source = async (mail, { bus, ctx }) => {
  const archive = await bus.ask(makeKeyFileArchive, { keyFileOrderId: idOf(mail, 'keyFileOrderId') }, ctx);
  return {
    to: { email: archive.email, language: archive.language, firstName: '', lastName: '' },
    facts: { products: archive.products, serialNumber: archive.serialNumber },
    attachment: { filename: archive.fileName, content: Buffer.from(archive.zip, 'base64') },
  };
};
