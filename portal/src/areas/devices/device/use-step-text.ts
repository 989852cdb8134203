import { useTexts } from '../../../shell/i18n/use-texts.js';

const CODE = /^[A-Z_]+$/;

/** Why a command went on as it did: the platform's reasons are codes, a device may give words of its own. */
export function useStepText(): (reason: string) => string {
  const t = useTexts('devices');
  return (reason) => (CODE.test(reason) ? t(`why.${reason}`, { defaultValue: reason }) : reason);
}
