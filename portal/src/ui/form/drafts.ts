/** Where what somebody is writing is kept until it is sent: by person, so that nobody finds another's on a shared computer. */
export interface DraftPlace {
  /** The person's id. */
  owner: string;
  /** Of the form, with the id of what it is about. */
  name: string;
  /** Stays when the person signs out. */
  lasting?: true;
}

const PREFIX = 'tessera.draft.';
const LASTING = 'tessera.kept.';
/** Older ones are forgotten, in milliseconds. */
const MAX_AGE_MS = 7 * 24 * 3_600_000;

const keyOf = ({ owner, name, lasting }: DraftPlace): string =>
  `${lasting ? LASTING : PREFIX}${owner}.${name}`;

/** What was written and not sent; null: nothing. A browser may refuse storage, and then there are no drafts. */
export function readDraft(place: DraftPlace): unknown {
  try {
    const { at, value } = JSON.parse(localStorage.getItem(keyOf(place)) ?? '{}') as {
      at?: number;
      value?: unknown;
    };
    return at !== undefined && Date.now() - at < MAX_AGE_MS ? value : null;
  } catch {
    return null;
  }
}

/** @param value undefined: there is nothing to keep */
export function writeDraft(place: DraftPlace, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(keyOf(place));
    else localStorage.setItem(keyOf(place), JSON.stringify({ at: Date.now(), value }));
  } catch {
    // Full, or not allowed: what is typed is still in the form.
  }
}

/** Who signs out leaves nothing behind. @param owner undefined: everybody's */
export function forgetDrafts(owner?: string): void {
  try {
    const prefix = owner === undefined ? PREFIX : `${PREFIX}${owner}.`;
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // There is no storage, so nothing was kept.
  }
}

/** The fields that a form still has, of what it had when the draft was kept. */
export function withDraft<V extends Record<string, unknown>>(initial: V, draft: unknown): V {
  if (draft === null || typeof draft !== 'object') return initial;
  const fitting = Object.entries(draft).filter(
    ([name, value]) => name in initial && typeof value === typeof initial[name],
  );
  return { ...initial, ...Object.fromEntries(fitting) };
}
