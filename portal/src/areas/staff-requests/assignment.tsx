import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useMe } from '../../shell/session/session.js';
import { Actions } from '../../ui/actions.js';
import { Button } from '../../ui/button.js';
import { isSupportRole } from './roles.js';
import type { StaffRequest } from './staff-facts.js';
import { useAssign } from './use-assign.js';
import classes from './staff-requests.module.css';

/** To oneself, back into the queue, and for who may see the list of colleagues, to one of them. */
export function Assignment({ request }: { request: StaffRequest }) {
  const t = useTexts('staff-requests');
  const me = useMe();
  const assign = useAssign();
  const [busy, setBusy] = useState(false);
  const give = async (userId: string | null) => {
    setBusy(true);
    await assign(request.id, userId);
    setBusy(false);
  };
  return (
    <div className={classes.filters} style={{ marginBlock: '1rem 0' }}>
      <Actions>
        {request.assignee?.id !== me.id && (
          <Button variant="default" busy={busy} onClick={() => void give(me.id)}>
            {t('assign.me')}
          </Button>
        )}
        {request.assignee && (
          <Button variant="default" busy={busy} onClick={() => void give(null)}>
            {t('assign.nobody')}
          </Button>
        )}
      </Actions>
      {me.role === 'platform-admin' && <Colleagues request={request} give={give} />}
    </div>
  );
}

function Colleagues({ request, give }: { request: StaffRequest; give: (userId: string) => Promise<void> }) {
  const t = useTexts('staff-requests');
  const people = useQuery({
    queryKey: ['staff-user', 'all'],
    queryFn: () => ask(api.GET('/staff/users', { params: { query: { limit: 100 } } })),
  });
  const able = (people.data?.items ?? []).filter(({ role, activated }) => activated && isSupportRole(role));
  return (
    <NativeSelect
      label={t('assign.to')}
      value={request.assignee?.id ?? ''}
      data={[
        { value: '', label: t('filter.nobody'), disabled: true },
        ...able.map((person) => ({ value: person.id, label: `${person.firstName} ${person.lastName}` })),
      ]}
      onChange={(event) => void give(event.currentTarget.value)}
    />
  );
}
