import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { until } from './browser.js';

/** Waits until nothing is being loaded any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await until(page, `!document.querySelector('.mantine-Skeleton-root, [aria-busy=true]')`);
}

/** Goes to it by Tab alone, as somebody without a mouse does, who also has to see where the focus is. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let steps = 0; steps < 100; steps++) {
    if (await target.evaluate((node) => node.matches(':focus'))) return seen(target);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${String(target)}`);
}

async function seen(target: Locator): Promise<void> {
  const visible = await target.evaluate((node) => {
    const { outlineStyle, boxShadow } = node.ownerDocument.defaultView!.getComputedStyle(node);
    // A field also shows its caret, or another border.
    return outlineStyle !== 'none' || boxShadow !== 'none' || node.matches('input, select, textarea');
  });
  if (!visible) throw new Error(`nothing shows that ${String(target)} has the focus`);
}

/** Reaches it and presses a key on it. */
export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await reach(page, target);
  await page.keyboard.press(key);
}

/** Reaches a field and types. */
export async function write(page: Page, target: Locator, text: string): Promise<void> {
  await reach(page, target);
  await page.keyboard.type(text);
}

/** Drops a file onto something, as from the desktop. */
export async function drop(target: Locator, name: string, text: string): Promise<void> {
  const dataTransfer = await target.evaluateHandle(
    (node, [fileName, content]) => {
      const { DataTransfer, File } = node.ownerDocument.defaultView!;
      const transfer = new DataTransfer();
      transfer.items.add(new File([content!], fileName!, { type: 'text/plain' }));
      return transfer;
    },
    [name, text],
  );
  await target.dispatchEvent('dragover', { dataTransfer });
  await target.dispatchEvent('drop', { dataTransfer });
}

/** What an area says in a language: `words('auth', 'ar')('register.submit')`. Beside it, `ui` and `shell`. */
export function words(area: string, language: string): (key: string) => string {
  const folder = { ui: 'ui', shell: 'shell/i18n' }[area] ?? `areas/${area}`;
  const file = new URL(`../../portal/src/${folder}/texts/${language}.json`, import.meta.url);
  const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return (key) => {
    const found = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], texts);
    if (typeof found !== 'string') throw new Error(`${area} has no text ${key}`);
    return found;
  };
}
