import type { View } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Facts } from '../../ui/facts.js';
import { TextLink } from '../../ui/text-link.js';
import { When } from '../../ui/when.js';

export type StaffRequest = View<'StaffRequestDetails'>;

export function StaffFacts({ request }: { request: StaffRequest }) {
  const t = useTexts('staff-requests');
  const { type, subtype, product, feedbackType } = request;
  return (
    <Facts
      items={[
        {
          label: t('column.company'),
          value: request.company.personal ? (
            t('noCompany')
          ) : (
            <TextLink to={`/staff/customers/${request.company.id}`}>
              <bdi>{request.company.name}</bdi>
            </TextLink>
          ),
        },
        { label: t('column.author'), value: request.author.name },
        { label: t('column.category'), value: t(`category.${request.category}`) },
        {
          label: t('column.product'),
          value: product && [product.name, product.version].filter(Boolean).join(' '),
        },
        { label: t('column.type'), value: type && t(`type.${type}`) },
        { label: t('column.subtype'), value: subtype && t(`subtype.${subtype}`) },
        { label: t('column.system'), value: request.osVersion },
        { label: t('column.feedback'), value: feedbackType && t(`feedback.${feedbackType}`) },
        { label: t('column.level'), value: t(`level.${request.level}`) },
        { label: t('column.contract'), value: request.contract?.name },
        { label: t('mark.critical'), value: request.critical ? t('mark.yes') : null },
        { label: t('column.severity'), value: request.severity },
        { label: t('column.previous'), value: request.previousNumber },
        { label: t('column.assignee'), value: request.assignee?.name ?? t('filter.nobody') },
        { label: t('column.created'), value: <When time={request.createdAt} /> },
        { label: t('column.updated'), value: <When time={request.updatedAt} /> },
      ]}
    />
  );
}
