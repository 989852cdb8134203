import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import { BrowserRouter } from 'react-router';
import { ErrorBoundary } from '../ui/error-boundary.js';
import { PageLoading } from '../ui/page-loading.js';
import { Toasts } from '../ui/toasts.js';
import { LanguageProvider } from './i18n/language-provider.js';
import { LanguageSync } from './i18n/language-sync.js';
import { ShortcutsProvider } from './keyboard/shortcuts.js';
import { OfflineNotice } from './layout/offline-notice.js';
import { Pages } from './pages.js';
import { SessionProvider } from './session/session-provider.js';
import { theme } from './theme/theme.js';

export function App({ client }: { client: QueryClient }) {
  return (
    <DirectionProvider detectDirection={false}>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <QueryClientProvider client={client}>
          <LanguageProvider>
            <Suspense fallback={<PageLoading />}>
              <ErrorBoundary>
                <BrowserRouter>
                  <SessionProvider>
                    <ShortcutsProvider>
                      <LanguageSync />
                      <OfflineNotice />
                      <Pages />
                      <Toasts />
                    </ShortcutsProvider>
                  </SessionProvider>
                </BrowserRouter>
              </ErrorBoundary>
            </Suspense>
          </LanguageProvider>
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}
