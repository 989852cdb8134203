import { Button } from '../../ui/button.js';
import { Columns } from '../../ui/columns.js';
import { Dialog } from '../../ui/dialog.js';
import { useFailure } from '../../ui/use-failure.js';
import { ownName } from './languages.js';
import { offered } from './offered.js';
import { useLanguage } from './use-language.js';
import { useCurrentLanguage, useTexts } from './use-texts.js';

/** Each language in its own words, so that whoever cannot read the current one finds theirs. */
export default function LanguageDialog({ close }: { close: () => void }) {
  const t = useTexts('shell');
  const current = useCurrentLanguage();
  const choose = useLanguage();
  const tell = useFailure();
  const pick = (language: string) => void choose(language).then(close, tell);
  return (
    <Dialog onClose={close} title={t('language.title')}>
      <Columns least="11rem">
        {offered.map((language) => (
          <Button
            key={language}
            lang={language}
            variant={language === current ? 'filled' : 'default'}
            aria-pressed={language === current}
            onClick={() => pick(language)}
          >
            {ownName(language)}
          </Button>
        ))}
      </Columns>
    </Dialog>
  );
}
