import { List, Text } from '@mantine/core';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useMe } from '../../shell/session/session.js';
import { Facts } from '../../ui/facts.js';

export function CompanyPart() {
  const t = useTexts('profile');
  const { company, role, rights, email } = useMe();
  if (!company) return <Text>{t('company.none', { email })}</Text>;
  return (
    <Facts
      items={[
        { label: t('company.name'), value: company.name },
        { label: t('company.role'), value: t(`role.${role}`) },
        {
          label: t('company.rights'),
          value: rights.length ? (
            <List>
              {rights.map((right) => (
                <List.Item key={right}>{t(`right.${right.replace('.', '_')}`)}</List.Item>
              ))}
            </List>
          ) : (
            t('company.noRights')
          ),
        },
      ]}
    />
  );
}
