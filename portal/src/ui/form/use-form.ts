import { useEffect, useRef, useState, type ChangeEvent, type FormEvent, type RefObject } from 'react';
import { newKey } from '../../api/new-key.js';
import { ProblemError } from '../../api/problem-error.js';
import { readDraft, withDraft, writeDraft, type DraftPlace } from './drafts.js';

type Values = Record<string, unknown>;
type Faults<V> = Partial<Record<keyof V, string>>;

interface FormOptions<V extends Values> {
  initial: V;
  /** Sentences for the fields that cannot be sent as they are. */
  check?: (values: V) => Faults<V>;
  /** `key` stays the same while the values do: send it as Idempotency-Key, and a repetition does nothing twice. */
  submit: (values: V, key: string) => Promise<unknown>;
  /** Keeps what is typed until it is sent, also when the page is left. Never for secrets. */
  draft?: DraftPlace;
  /** Names of the API that differ from those of the form. */
  names?: Record<string, keyof V>;
}

export interface FormState {
  busy: boolean;
  /** What it holds was typed on an earlier visit. */
  restored: boolean;
  startAfresh: () => void;
  /** A failure that belongs to no field. */
  error: unknown;
  element: RefObject<HTMLFormElement | null>;
  onSubmit: (event: FormEvent) => void;
}

type Change = ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>;

/** The state of a form: values, faults by field (ours and the API's), sending. What was typed stays whatever happens. */
export function useForm<V extends Values>({ initial, check, submit, draft, names = {} }: FormOptions<V>) {
  const [values, setValues] = useState(() => (draft ? withDraft(initial, readDraft(draft)) : initial));
  const [restored, setRestored] = useState(() => !same(values, initial));
  const [faults, setFaults] = useState<Faults<V>>({});
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const key = useRef<string>(null);
  /** What is on its way, or was sent last. */
  const sent = useRef<V>(null);

  const { owner, name } = draft ?? {};
  useEffect(() => {
    if (owner !== undefined && name !== undefined)
      writeDraft({ owner, name }, same(values, initial) ? undefined : values);
    // What a form begins with is the same whenever it is made again.
  }, [owner, name, values]);

  const set = (changes: Partial<V>) => {
    key.current = null;
    setValues((before) => ({ ...before, ...changes }));
    setFaults((before) => without(before, Object.keys(changes)));
  };

  const send = async () => {
    if (busy) return;
    const found = check?.(values) ?? {};
    setFaults(found);
    setError(null);
    if (Object.keys(found).length > 0) return focusFirstFault(element.current);
    setBusy(true);
    sent.current = values;
    try {
      await submit(values, (key.current ??= newKey()));
      key.current = null;
      setRestored(false);
      // It may be gone with its page before the effect above runs again.
      if (draft) writeDraft(draft, undefined);
    } catch (failure) {
      const ofFields = faultsOf<V>(failure, values, names);
      setFaults(ofFields);
      if (Object.keys(ofFields).length > 0) focusFirstFault(element.current);
      else setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return {
    values,
    set,
    faults,
    error,
    busy,
    element,
    restored,
    /**
     * Begins again after sending. What was typed while it was on its way stays.
     * @param kept what it goes on with
     */
    reset: (kept: Partial<V> = {}) => {
      const was = sent.current;
      setValues((now) => ({ ...initial, ...kept, ...(was ? typedSince(was, now) : {}) }));
      setFaults({});
      setError(null);
    },
    startAfresh: () => {
      set(initial);
      setRestored(false);
    },
    onSubmit: (event: FormEvent) => {
      event.preventDefault();
      void send();
    },
    /** For text fields and selects. */
    field: (name: keyof V & string) => ({
      name,
      value: values[name] as string,
      error: faults[name],
      onChange: (event: Change) => set({ [name]: event.currentTarget.value } as Partial<V>),
    }),
    /** For check boxes and switches. */
    box: (name: keyof V & string) => ({
      name,
      checked: values[name] as boolean,
      error: faults[name],
      onChange: (event: ChangeEvent<HTMLInputElement>) =>
        set({ [name]: event.currentTarget.checked } as Partial<V>),
    }),
  };
}

/** Of plain values, as forms have them. */
const same = (a: Values, b: Values): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields that have changed, of texts that went on only what came after. */
function typedSince<V extends Values>(was: V, now: V): Partial<V> {
  const changed = Object.entries(now).filter(([name, value]) => value !== was[name]);
  const added = changed.map(([name, value]) => {
    const before = was[name];
    const goesOn = typeof value === 'string' && typeof before === 'string' && value.startsWith(before);
    return [name, goesOn ? value.slice(before.length) : value];
  });
  return Object.fromEntries(added) as Partial<V>;
}

/** The API's faults of fields that this form shows; several of one field are one text. */
function faultsOf<V extends Values>(failure: unknown, values: V, names: Record<string, keyof V>): Faults<V> {
  if (!(failure instanceof ProblemError)) return {};
  const out: Record<string, string> = {};
  for (const { field, detail } of failure.faults) {
    const name = (names[field] ?? field) as string;
    if (name in values) out[name] = out[name] ? `${out[name]} ${detail}` : detail;
    else return {};
  }
  return out as Faults<V>;
}

function without<T extends object>(all: T, names: string[]): T {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name))) as T;
}

/** After React has marked the fields. */
function focusFirstFault(form: HTMLFormElement | null): void {
  setTimeout(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
