interface Crowd {
  add(noun: string): void;
  stop(): void;
}

/** Hands on the first at once, and what comes within the next `ms` milliseconds together at their end. */
export function gather(ms: number, handOn: (nouns: ReadonlySet<string>) => void): Crowd {
  let nouns = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    if (!nouns.size) return;
    const all = nouns;
    nouns = new Set();
    timer = setTimeout(flush, ms);
    handOn(all);
  };
  return {
    add(noun) {
      nouns.add(noun);
      if (timer === undefined) flush();
    },
    stop: () => clearTimeout(timer),
  };
}
