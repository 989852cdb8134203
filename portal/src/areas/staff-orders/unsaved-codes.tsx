import { useQuery } from '@tanstack/react-query';
import { api, ask, idempotent } from '../../api/client.js';
import { QueryView } from '../../ui/query-view.js';
import { Codes } from './codes.js';
import type { UnsavedOrder } from './unsaved-order.js';

interface UnsavedCodesProps {
  order: UnsavedOrder;
  saved: () => void;
  again: () => void;
}

/** The codes of an order that was made before, which the API repeats by its key. */
export function UnsavedCodes({ order: { key, body, product }, saved, again }: UnsavedCodesProps) {
  const order = useQuery({
    queryKey: ['unsaved-order', key],
    queryFn: () => ask(api.POST('/staff/orders', { params: { header: idempotent(key) }, body })),
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <QueryView query={order}>
      {({ orderNumber, activationCodes }) => (
        <Codes
          ordered={{ orderNumber, companyName: body.companyName, product, codes: activationCodes }}
          saved={saved}
          again={again}
        />
      )}
    </QueryView>
  );
}
