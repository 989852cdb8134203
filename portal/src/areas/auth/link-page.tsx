import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useSession } from '../../shell/session/session.js';
import { Actions } from '../../ui/actions.js';
import { LinkButton } from '../../ui/link-button.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';

/** What a page of a mailed link shows besides its form. */
export type LinkState = 'open' | 'done' | 'invalid';

interface LinkPageProps {
  title: string;
  state: LinkState;
  /** What to say, and where to go, when it is done, and when the link is used up, too old, or none. */
  done: { title: string; text: string; to: string; label: string };
  invalid: { text: string; to: string; label: string };
  children: ReactNode;
}

/** A page that a mailed link opens: a form, and then, or instead of it, where to go on. */
export function LinkPage({ title, state, done, invalid, children }: LinkPageProps) {
  const t = useTexts('auth');
  const { me } = useSession();
  if (state === 'open') {
    return (
      <Page title={title} width="narrow">
        <Panel>{children}</Panel>
      </Page>
    );
  }
  const { text, to, label } = state === 'done' ? done : invalid;
  return (
    <Page title={state === 'done' ? done.title : t('link.invalid')} width="narrow">
      <Panel>
        <Text role="status" mb="md">
          {text}
        </Text>
        <Actions>
          <LinkButton to={to}>{label}</LinkButton>
          {state === 'invalid' && me === null && to !== '/sign-in' && (
            <LinkButton to="/sign-in" variant="default">
              {t('signIn.title')}
            </LinkButton>
          )}
        </Actions>
      </Panel>
    </Page>
  );
}
