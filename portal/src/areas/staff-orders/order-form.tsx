import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, idempotent, type View } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useMe } from '../../shell/session/session.js';
import { Actions } from '../../ui/actions.js';
import { Button } from '../../ui/button.js';
import { Columns } from '../../ui/columns.js';
import { Form } from '../../ui/form/form.js';
import { useForm } from '../../ui/form/use-form.js';
import { LinkButton } from '../../ui/link-button.js';
import type { Ordered } from './codes.js';
import { keepOrder } from './unsaved-order.js';

const kinds = ['commercial', 'trial', 'nfr'] as const;
/** As the API takes them. */
const most = { seats: 100_000, termDays: 3_660, quantity: 10_000 };
type Counted = keyof typeof most;

export function OrderForm({ done }: { done: (ordered: Ordered) => void }) {
  const t = useTexts('staff-orders');
  const client = useQueryClient();
  const me = useMe();
  const products = useQuery({ queryKey: ['product'], queryFn: () => ask(api.GET('/products')) });
  const form = useForm({
    initial: {
      companyName: '',
      productId: '',
      kind: 'commercial',
      seats: '10',
      termDays: '365',
      quantity: '1',
      startsAt: '',
    },
    check: (values): Partial<Record<string, string>> => ({
      ...(values.companyName.trim() ? {} : { companyName: t('fault.company') }),
      ...(values.productId ? {} : { productId: t('fault.product') }),
      ...Object.fromEntries(
        (Object.keys(most) as Counted[])
          .filter((name) => !isCount(values[name], most[name]))
          .map((name) => [name, t('fault.count', { most: most[name] })]),
      ),
    }),
    submit: async (values, key) => {
      const body: View<'CreateOrder'> = {
        companyName: values.companyName.trim(),
        productId: values.productId,
        kind: values.kind as View<'CreateOrder'>['kind'],
        seats: Number(values.seats),
        termDays: Number(values.termDays),
        quantity: Number(values.quantity),
        ...(values.startsAt ? { startsAt: new Date(`${values.startsAt}T00:00:00`).toISOString() } : {}),
      };
      const order = await ask(api.POST('/staff/orders', { params: { header: idempotent(key) }, body }));
      await client.invalidateQueries({ queryKey: ['order'] });
      const product = products.data?.items.find(({ id }) => id === body.productId)?.name ?? '';
      const { orderNumber } = order;
      keepOrder(me.id, { key, body, product, orderNumber, at: Date.now() });
      done({
        orderNumber,
        codes: order.activationCodes,
        companyName: body.companyName,
        product,
      });
    },
  });
  const count = (name: Counted) => ({
    type: 'number',
    min: 1,
    max: most[name],
    inputMode: 'numeric' as const,
  });
  return (
    <Form form={form}>
      <TextInput label={t('field.company')} maxLength={200} dir="auto" {...form.field('companyName')} />
      <Columns least="13rem">
        <NativeSelect
          label={t('field.product')}
          data={[
            { value: '', label: t('new.choose') },
            ...(products.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...form.field('productId')}
        />
        <NativeSelect
          label={t('field.kind')}
          data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.field('kind')}
        />
        <TextInput label={t('field.seats')} {...count('seats')} {...form.field('seats')} />
        <TextInput label={t('field.term')} {...count('termDays')} {...form.field('termDays')} />
        <TextInput label={t('field.quantity')} {...count('quantity')} {...form.field('quantity')} />
        <TextInput label={t('field.starts')} type="date" {...form.field('startsAt')} />
      </Columns>
      <Actions>
        <Button type="submit" busy={form.busy}>
          {t('new.submit')}
        </Button>
        <LinkButton to="/staff/orders" variant="default">
          {t('new.leave')}
        </LinkButton>
      </Actions>
    </Form>
  );
}

const isCount = (typed: string, largest: number): boolean =>
  /^\d{1,6}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= largest;
