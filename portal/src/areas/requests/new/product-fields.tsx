import { Alert, NativeSelect } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { Columns } from '../../../ui/columns.js';
import type { Choices } from './form-query.js';
import type { NewRequest } from './use-new-request.js';

interface FieldsProps {
  form: NewRequest['form'];
  choices: Choices;
}

/** Group, product, version: each after the one before (SUP-037). A choice takes back those that hung on it. */
export function ProductFields({ form, choices }: FieldsProps) {
  const t = useTexts('requests');
  const { productGroup, productId } = form.values;
  const groups = choices.productGroups;
  const products = groups.find((group) => group.name === productGroup)?.products ?? [];
  const product = products.find(({ id }) => id === productId);
  if (groups.length === 0)
    return (
      <Alert color="yellow" variant="default" title={t('product.none')}>
        {t('product.noneText')}
      </Alert>
    );
  const none = { value: '', label: t('choose') };
  return (
    <>
      <Columns least="13rem">
        <NativeSelect
          label={t('field.group')}
          data={[none, ...groups.map(({ name }) => name)]}
          {...form.field('productGroup')}
          onChange={(event) => {
            const of = groups.find(({ name }) => name === event.currentTarget.value)?.products ?? [];
            const [only] = of.length === 1 ? of : [];
            const productId = only?.id ?? '';
            form.set({
              productGroup: event.currentTarget.value,
              productId,
              productVersion: '',
              level: 'standard',
            });
          }}
        />
        <NativeSelect
          label={t('field.product')}
          disabled={!productGroup}
          data={[none, ...products.map(({ id, name }) => ({ value: id, label: name }))]}
          {...form.field('productId')}
          onChange={(event) =>
            form.set({ productId: event.currentTarget.value, productVersion: '', level: 'standard' })
          }
        />
        <NativeSelect
          label={t('field.version')}
          disabled={!product}
          data={[{ value: '', label: t('product.noVersion') }, ...(product?.versions ?? [])]}
          {...form.field('productVersion')}
        />
      </Columns>
      {product?.recommendedPatch && (
        <Alert
          role="status"
          color="brand"
          variant="default"
          icon={<IconDownload aria-hidden />}
          title={t('product.patch', { patch: product.recommendedPatch })}
        >
          {t('product.patchText')}
        </Alert>
      )}
    </>
  );
}
