import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, ask, type View } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Button } from '../../ui/button.js';
import { Beside } from '../../ui/conversation/beside.js';
import { Facts } from '../../ui/facts.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { QueryView } from '../../ui/query-view.js';
import { TextLink } from '../../ui/text-link.js';
import { When } from '../../ui/when.js';
import { AnswerForm } from './answer-form.js';
import { CloseRequest } from './close-request.js';
import { Conversation } from './conversation.js';
import { FinalNotice } from './final-notice.js';
import { NumberLink } from './number-link.js';
import { PremiumMark } from './premium-mark.js';
import classes from './requests.module.css';
import { Status } from './status.js';

export type Request = View<'RequestDetails'>;

export default function RequestPage() {
  const t = useTexts('requests');
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['request', id],
    queryFn: () => ask(api.GET('/requests/{id}', { params: { path: { id } } })),
  });
  const actions = (
    <>
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print()}>
        {t('print')}
      </Button>
      {query.data?.open && <CloseRequest request={query.data} />}
    </>
  );
  return (
    <Page
      title={query.data?.subject ?? t('one.title')}
      intro={<Intro request={query.data} />}
      actions={actions}
    >
      <QueryView query={query}>
        {(request) => (
          <Beside
            aside={
              <Panel title={t('one.facts')}>
                <RequestFacts request={request} />
              </Panel>
            }
          >
            <Panel title={t('one.conversation')}>
              <Conversation request={request} />
            </Panel>
            {request.open ? <AnswerForm request={request} /> : <FinalNotice request={request} />}
          </Beside>
        )}
      </QueryView>
    </Page>
  );
}

/** Where it stands, and the number, which support asks for; the way back leads to the list. */
function Intro({ request }: { request: Request | undefined }) {
  const t = useTexts('requests');
  return (
    <span className={classes.intro}>
      {request && <span dir="ltr">{request.number}</span>}
      {request && (
        <span role="status">
          <Status status={request.status} />
        </span>
      )}
      <TextLink to="/requests" data-print="no">
        {t('one.back')}
      </TextLink>
    </span>
  );
}

function RequestFacts({ request }: { request: Request }) {
  const t = useTexts('requests');
  const { type, subtype, product, feedbackType, previousNumber, relatedRequestId } = request;
  return (
    <Facts
      items={[
        { label: t('field.category'), value: t(`category.${request.category}`) },
        {
          label: t('field.product'),
          value: product && [product.name, product.version].filter(Boolean).join(' '),
        },
        { label: t('field.type'), value: type && t(`type.${type}`) },
        { label: t('field.subtype'), value: subtype && t(`subtype.${subtype}`) },
        { label: t('field.osVersion'), value: request.osVersion },
        { label: t('field.feedbackType'), value: feedbackType && t(`feedback.${feedbackType}`) },
        { label: t('column.level'), value: <PremiumMark request={request} /> },
        { label: t('one.critical'), value: request.critical ? t('one.yes') : null },
        { label: t('one.severity'), value: request.severity },
        { label: t('column.author'), value: request.author.name },
        { label: t('one.created'), value: <When time={request.createdAt} /> },
        { label: t('column.updated'), value: <When time={request.updatedAt} /> },
        { label: t('one.continues'), value: previousNumber && <NumberLink number={previousNumber} /> },
        { label: t('field.related'), value: relatedRequestId && <NumberLink id={relatedRequestId} /> },
      ]}
    />
  );
}
