import { showToast } from './toasts.js';
import { useProblemText } from './use-problem-text.js';

/** For what has no place of its own for its failure: `void work().catch(tell)`. */
export function useFailure(): (error: unknown) => void {
  const say = useProblemText();
  return (error) => showToast({ tone: 'bad', text: say(error) });
}
