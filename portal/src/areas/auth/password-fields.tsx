import { PasswordInput } from '@mantine/core';
import type { ChangeEvent, ReactNode } from 'react';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { NewPassword } from '../../ui/password/new-password.js';

interface FieldProps {
  name: string;
  value: string;
  error: ReactNode;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}

export function PasswordFields({ field }: { field: (name: 'password' | 'repeated') => FieldProps }) {
  const t = useTexts('auth');
  return (
    <>
      <NewPassword label={t('field.newPassword')} {...field('password')} />
      <PasswordInput
        label={t('field.repeated')}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('field.show') }}
        {...field('repeated')}
      />
    </>
  );
}
