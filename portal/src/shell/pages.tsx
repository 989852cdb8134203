import { Suspense } from 'react';
import { Navigate, Outlet, Route, Routes, useLocation } from 'react-router';
import { ErrorBoundary } from '../ui/error-boundary.js';
import { PageLoading } from '../ui/page-loading.js';
import type { Area, AreaRoute, Audience } from './area.js';
import { areas, isPageOpenTo } from './areas.js';
import { Layout } from './layout/layout.js';
import { NotFound } from './layout/not-found.js';
import { homeOf, isStaff, useSession } from './session/session.js';

/** Every page of every area, behind the door of its audience. */
export function Pages() {
  return (
    <Routes>
      {(['public', 'signed', 'customer', 'staff'] as const).map((audience) => (
        <Route key={audience} element={<Door audience={audience} />}>
          {areas
            .filter((area) => area.audience === audience)
            .flatMap((area) => area.routes.map((route) => ({ ...route, area })))
            .map(({ area, ...route }) => (
              <Route key={route.path} path={route.path} element={<Open area={area} route={route} />} />
            ))}
        </Route>
      ))}
      <Route path="*" element={<Unknown />} />
    </Routes>
  );
}

function Open({ area, route }: { area: Area; route: AreaRoute }) {
  const { me } = useSession();
  return isPageOpenTo(area, route, me) ? <route.page /> : <NotFound />;
}

/** Who is not signed in is asked to, and comes back; who has no business here does not learn that there is anything. */
function Door({ audience }: { audience: Audience }) {
  const { me } = useSession();
  const location = useLocation();
  if (audience !== 'public') {
    if (!me) {
      const wished = location.pathname + location.search;
      return (
        <Navigate replace to={wished === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(wished)}`} />
      );
    }
    if (audience !== 'signed' && isStaff(me) !== (audience === 'staff'))
      return location.pathname === '/' ? <Navigate replace to={homeOf(me)} /> : <Unknown />;
  }
  return (
    <Layout audience={audience}>
      <ErrorBoundary key={location.pathname}>
        <Suspense fallback={<PageLoading />}>
          <Outlet />
        </Suspense>
      </ErrorBoundary>
    </Layout>
  );
}

function Unknown() {
  const { me } = useSession();
  const { pathname } = useLocation();
  // Until an area has a page for the start, or for somebody whose start it is not.
  if (pathname === '/' && homeOf(me) !== '/') return <Navigate replace to={homeOf(me)} />;
  return (
    <Layout audience={me === null ? 'public' : isStaff(me) ? 'staff' : 'customer'}>
      <NotFound />
    </Layout>
  );
}
