import { setTimeout as sleep } from 'node:timers/promises';

/**
 * @typedef {object} Mail
 * @property {string} id
 * @property {string} subject
 * @property {{ address: string, name: string }[]} to
 * @property {string} text
 * @property {string} html
 * @property {Record<string, string>} headers
 * @property {{ generatedFileName: string, fileName: string, contentType: string }[]} [attachments]
 */

/** The mail catcher, as a person looks into it. */
export class Mailbox {
  /** @param {string} url of the catcher's page, e.g. http://localhost:8025 */
  constructor(url) {
    this.url = url;
  }

  /** @param {string} address @returns {Promise<Mail[]>} oldest first */
  async all(address) {
    const response = await fetch(`${this.url}/email`);
    const mails = /** @type {Mail[]} */ (await response.json());
    return mails.filter((mail) => mail.to?.some((to) => to.address.toLowerCase() === address.toLowerCase()));
  }

  /**
   * Waits for a mail.
   * @param {string} address
   * @param {(mail: Mail) => boolean} [matches]
   * @param {number} [within] milliseconds
   */
  async wait(address, matches = () => true, within = 10_000) {
    for (const end = Date.now() + within; ; await sleep(50)) {
      const found = (await this.all(address)).filter(matches).at(-1);
      if (found) return found;
      if (Date.now() > end) throw new Error(`No such mail came to ${address} within ${within} ms.`);
    }
  }

  /** Waits for a mail with a link, and takes the token out of the link's fragment. @param {string} address @param {string} [page] part of the link's path @param {number} [nth] the how manieth such mail, from 1 */
  async token(address, page = '', nth = 1) {
    for (const end = Date.now() + 15_000; ; await sleep(50)) {
      const tokens = (await this.all(address))
        .map((mail) => tokenIn(mail.text, page))
        .filter((t) => t !== undefined);
      if (tokens.length >= nth) return /** @type {string} */ (tokens[nth - 1]);
      if (Date.now() > end) throw new Error(`No link came to ${address}.`);
    }
  }

  /** @param {Mail} mail @param {string} fileName @returns {Promise<Buffer>} */
  async attachment(mail, fileName) {
    const one = mail.attachments?.find((a) => a.fileName === fileName);
    if (!one)
      throw new Error(
        `The mail has no ${fileName}; it has ${mail.attachments?.map((a) => a.fileName).join(', ')}`,
      );
    const response = await fetch(
      `${this.url}/email/${mail.id}/attachment/${encodeURIComponent(one.generatedFileName)}`,
    );
    return Buffer.from(await response.arrayBuffer());
  }
}

/** @param {string} text @param {string} page */
function tokenIn(text, page) {
  const match = [...(text ?? '').matchAll(/https?:\/\/[^\s"<>]*?([^\s"<>/]*)#token=([A-Za-z0-9_-]+)/g)].find(
    (m) => m[0].includes(page),
  );
  return match?.[2];
}
