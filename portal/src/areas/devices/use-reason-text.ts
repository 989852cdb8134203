import type { View } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';

type Say = (reason: View<'DeviceReasonView'>) => string;

/** What is the matter, in a few words; a reason that a later release adds is told by its remedy alone. */
export function useReasonText(): Say {
  const t = useTexts('devices');
  return ({ code, remedy }) => t(`reason.${code}`, { defaultValue: remedy });
}

/** What helps against it, in the language of the page; in the platform's words where it is a new one. */
export function useRemedyText(): Say {
  const t = useTexts('devices');
  return ({ code, remedy }) => t(`remedy.${code}`, { defaultValue: remedy });
}
