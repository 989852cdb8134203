import { Text } from '@mantine/core';
import type { View } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Facts } from '../../ui/facts.js';

/** What a link stands for, before somebody binds a password to it that is not meant for them (IDC-017). */
export function LinkFacts({ link }: { link: View<'InspectedLink'> }) {
  const t = useTexts('auth');
  const name = `${link.firstName} ${link.lastName}`.trim();
  const { purpose, companyName, inviterName, license, codeEnd } = link;
  const isolated = (text: string | null) => (text ? <bdi>{text}</bdi> : null);
  return (
    <div>
      <Facts
        items={[
          { label: t('field.email'), value: isolated(link.email) },
          { label: t('link.name'), value: isolated(name) },
          { label: t('link.company'), value: isolated(companyName) },
          { label: t('link.inviter'), value: isolated(inviterName) },
          {
            label: t('link.license'),
            value:
              purpose === 'activation' && license !== 'none'
                ? t(`link.with.${license}`, { end: codeEnd ?? '' })
                : null,
          },
        ]}
      />
      <Text size="sm" c="dimmed" mt="xs">
        {t(purpose === 'activation' ? 'link.check' : 'link.yours')}
      </Text>
    </div>
  );
}
