import { Checkbox, NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { Columns } from '../../../ui/columns.js';
import type { Draft } from './draft.js';
import type { Choices } from './form-query.js';
import type { NewRequest } from './use-new-request.js';

interface FieldsProps {
  form: NewRequest['form'];
  choices: Choices;
}

/** Level, system, kind of request (SUP-039), and critical incidents where a contract provides for them (SUP-043). */
export function TechnicalFields({ form, choices }: FieldsProps) {
  const t = useTexts('requests');
  const subtypes = choices.types.find(({ id }) => id === form.values.type)?.subtypes ?? [];
  const none = { value: '', label: t('choose') };
  return (
    <>
      <Levels form={form} choices={choices} />
      <Columns least="13rem">
        <TextInput
          label={t('field.osVersion')}
          placeholder={t('field.osExample')}
          maxLength={100}
          dir="auto"
          {...form.field('osVersion')}
        />
        <NativeSelect
          label={t('field.type')}
          data={[none, ...choices.types.map(({ id }) => ({ value: id, label: t(`type.${id}`) }))]}
          {...form.field('type')}
          onChange={(event) => form.set({ type: event.currentTarget.value, subtype: '' })}
        />
        {subtypes.length > 0 && (
          <NativeSelect
            label={t('field.subtype')}
            data={[none, ...subtypes.map((id) => ({ value: id, label: t(`subtype.${id}`) }))]}
            {...form.field('subtype')}
          />
        )}
      </Columns>
      {choices.criticalAllowed && (
        <Checkbox
          label={t('critical.label')}
          description={t('critical.conditions')}
          {...form.box('critical')}
        />
      )}
      {choices.criticalAllowed && form.values.critical && (
        <Checkbox label={t('critical.accept')} {...form.box('acceptCriticalTerms')} />
      )}
    </>
  );
}

/** A level that cannot be chosen says why (SUP-027, SUP-040). */
function Levels({ form, choices }: FieldsProps) {
  const t = useTexts('requests');
  return (
    <Radio.Group
      label={t('field.level')}
      value={form.values.level}
      error={form.faults.level}
      onChange={(level) => form.set({ level: level as Draft['level'] })}
    >
      <Stack gap="xs" mt={4}>
        {choices.levels.map(({ level, allowed, reason }) => (
          <Radio
            key={level}
            value={level}
            disabled={!allowed}
            label={t(`level.${level}`)}
            description={reason ? t(`reason.${reason}`) : undefined}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
