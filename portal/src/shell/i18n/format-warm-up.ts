/**
 * Lets a thread of its own make a formatter: the first one of a page takes a slow processor 100 ms, whatever it formats, since
 * the browser looks through its languages (decision 0009). Meanwhile the page waits for its files, and finds it done.
 */
export function warmUpFormats(): void {
  new Worker(new URL('./format-warm-up.worker.ts', import.meta.url), { type: 'module' });
}
