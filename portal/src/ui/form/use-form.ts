import { useRef, useState, type ChangeEvent, type FormEvent, type RefObject } from 'react';
import { newKey } from '../../api/new-key.js';
import { ProblemError } from '../../api/problem-error.js';

type Values = Record<string, unknown>;
type Faults<V> = Partial<Record<keyof V, string>>;

interface FormOptions<V extends Values> {
  initial: V;
  /** Sentences for the fields that cannot be sent as they are. */
  check?: (values: V) => Faults<V>;
  /** `key` stays the same while the values do: send it as Idempotency-Key, and a repetition does nothing twice. */
  submit: (values: V, key: string) => Promise<unknown>;
  /** Names of the API that differ from those of the form. */
  names?: Record<string, keyof V>;
}

export interface FormState {
  busy: boolean;
  /** A failure that belongs to no field. */
  error: unknown;
  element: RefObject<HTMLFormElement | null>;
  onSubmit: (event: FormEvent) => void;
}

type Change = ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>;

/** The state of a form: values, faults by field (ours and the API's), sending. What was typed stays whatever happens. */
export function useForm<V extends Values>({ initial, check, submit, names = {} }: FormOptions<V>) {
  const [values, setValues] = useState(initial);
  const [faults, setFaults] = useState<Faults<V>>({});
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const key = useRef<string>(null);

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
    try {
      await submit(values, (key.current ??= newKey()));
      key.current = null;
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
    reset: () => {
      setValues(initial);
      setFaults({});
      setError(null);
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
