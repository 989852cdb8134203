import { Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api, ask, idempotent } from '../../../api/client.js';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { Button } from '../../../ui/button.js';
import { Form } from '../../../ui/form/form.js';
import { useForm } from '../../../ui/form/use-form.js';
import { readJoined, type Enrollment } from './enrollment.js';

const MAX_USES = 1_000;

/** Asks for how many devices the code shall be good, and makes it: not by itself, for a code is a key to the account. */
export function CodeForm({ made }: { made: (enrollment: Enrollment) => void }) {
  const t = useTexts('devices');
  const client = useQueryClient();
  const form = useForm({
    initial: { maxUses: '1' },
    check: ({ maxUses }) =>
      isCount(maxUses) ? {} : { maxUses: t('connect.countFault', { most: MAX_USES }) },
    submit: async ({ maxUses }, key) => {
      const uses = Number(maxUses);
      const before = (await readJoined()).map(({ id }) => id);
      const body = { maxUses: uses };
      const drawn = await ask(
        api.POST('/devices/enrollments', { params: { header: idempotent(key) }, body }),
      );
      await client.invalidateQueries({ queryKey: ['enrollment'] });
      made({ ...drawn, uses, before });
    },
  });
  return (
    <Form form={form}>
      <Text>{t('connect.text')}</Text>
      <TextInput
        label={t('connect.count')}
        description={t('connect.countHint')}
        type="number"
        inputMode="numeric"
        min={1}
        max={MAX_USES}
        maw={260}
        {...form.field('maxUses')}
      />
      <div>
        <Button type="submit" busy={form.busy}>
          {t('connect.make')}
        </Button>
      </div>
    </Form>
  );
}

const isCount = (text: string): boolean =>
  /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= MAX_USES;
