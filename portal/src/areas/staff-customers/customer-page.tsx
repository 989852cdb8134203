import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { api, ask, type View } from '../../api/client.js';
import { useFormat } from '../../shell/i18n/use-format.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useShortcuts } from '../../shell/keyboard/shortcuts.js';
import { useMe } from '../../shell/session/session.js';
import { Facts } from '../../ui/facts.js';
import { LinkButton } from '../../ui/link-button.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { QueryView } from '../../ui/query-view.js';
import { When } from '../../ui/when.js';
import { CustomerLicenses } from './customer-licenses.js';
import { CustomerPeople } from './customer-people.js';
import { CustomerRequests } from './customer-requests.js';
import { Person } from './person.js';
import { seesRequests } from './roles.js';

export default function CustomerPage() {
  const t = useTexts('staff-customers');
  const me = useMe();
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const query = useQuery({
    queryKey: ['staff-company', id],
    queryFn: () => ask(api.GET('/staff/companies/{id}', { params: { path: { id } } })),
  });
  useShortcuts([{ keys: 'u', text: t('one.back'), run: () => void navigate('/staff/customers') }]);
  const back = (
    <LinkButton to="/staff/customers" variant="default">
      {t('one.back')}
    </LinkButton>
  );
  return (
    <Page title={query.data?.name ?? t('one.title')} actions={back}>
      <QueryView query={query}>
        {(company) => (
          <>
            <Panel title={t('one.title')}>
              <CustomerFacts company={company} />
            </Panel>
            <CustomerLicenses companyId={id} />
            {seesRequests(me) && <CustomerRequests companyId={id} />}
            <CustomerPeople companyId={id} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function CustomerFacts({ company }: { company: View<'StaffCompanyDetails'> }) {
  const t = useTexts('staff-customers');
  const format = useFormat();
  const { owner, country, createdAt, memberCount } = company;
  return (
    <Facts
      items={[
        { label: t('field.owner'), value: owner ? <Person {...owner} /> : t('field.nobody') },
        { label: t('field.country'), value: format.country(country) },
        { label: t('field.since'), value: <When time={createdAt} as="date" /> },
        { label: t('people.title'), value: format.number(memberCount) },
      ]}
    />
  );
}
