import { Stack, Text } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, ask } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useMe, useSession } from '../../shell/session/session.js';
import { Actions } from '../../ui/actions.js';
import { Button } from '../../ui/button.js';
import { useFailure } from '../../ui/use-failure.js';

/** A new password comes by a mailed link, as for somebody who has forgotten it: only the owner of the mailbox sets it. */
export function SafetyPart() {
  const t = useTexts('profile');
  const { email } = useMe();
  const { signOut } = useSession();
  const navigate = useNavigate();
  const tell = useFailure();
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      await ask(api.POST('/auth/password/forgot', { body: { email } }));
      setSent(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack>
      <Text>{t('safety.password', { email })}</Text>
      <Text role="status">{sent && t('safety.sent', { email })}</Text>
      <Actions>
        <Button variant="default" busy={busy} onClick={() => void send().catch(tell)}>
          {t('safety.send')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconLogout size={18} aria-hidden />}
          onClick={() => void signOut().then(() => navigate('/sign-in'), tell)}
        >
          {t('safety.signOut')}
        </Button>
      </Actions>
    </Stack>
  );
}
