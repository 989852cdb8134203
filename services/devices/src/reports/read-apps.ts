import { AppComponent, InstalledApp } from '@tessera/contracts';
import { isRecord } from './is-record.js';
import type { RefusedParts } from './refused-parts.js';

const MAX_APPS = 100;
const MAX_COMPONENTS = 50;

export interface ReadApps {
  apps: InstalledApp[];
  /** What the list does not say is gone: products whose report cannot be read; null: any that is not listed. */
  unread: ReadonlySet<string> | null;
}

/** The apps that can be read, each with those of its components that can. @returns null: the list is none */
export function readApps(given: unknown, refused: RefusedParts): ReadApps | null {
  const items = refused.items(given, 'apps', MAX_APPS);
  if (!items) return null;
  const apps: InstalledApp[] = [];
  const unread = new Set<string>();
  let unknown = (given as unknown[]).length > MAX_APPS;
  for (const [item, part] of items) {
    const { components, ...plain } = isRecord(item) ? item : { components: undefined };
    if (refused.check(InstalledApp, isRecord(item) ? plain : item, part)) {
      const { product, version } = plain as unknown as InstalledApp;
      apps.push({ product, version, components: readComponents(components, part, refused) });
    } else if (typeof plain.product === 'string') unread.add(plain.product);
    else unknown = true;
  }
  return { apps, unread: unknown ? null : unread };
}

function readComponents(given: unknown, app: string, refused: RefusedParts): AppComponent[] {
  const items = given === undefined ? [] : (refused.items(given, `${app}/components`, MAX_COMPONENTS) ?? []);
  return items.flatMap(([item, part]) =>
    refused.check(AppComponent, item, part) ? [item as AppComponent] : [],
  );
}
