/** Where a customer begins, and what is the person's own. @type {import('./lib/shots.mjs').Shot[]} */
export const pages = [
  { name: 'home', as: 'owner@acme.example', path: '/' },
  { name: 'home-of-member', as: 'user@acme.example', path: '/' },
  { name: 'home-of-new-company', as: 'owner@globex.example', path: '/' },
  { name: 'home-without-company', as: 'alone@initech.example', path: '/' },
  { name: 'company-new', as: 'alone@initech.example', path: '/company/new' },
  { name: 'licenses-without-company', as: 'alone@initech.example', path: '/licenses' },
  { name: 'request-new-without-company', as: 'alone@initech.example', path: '/requests/new' },
  { name: 'notifications', as: 'owner@acme.example', path: '/notifications' },
  { name: 'people', as: 'owner@acme.example', path: '/people' },
  { name: 'profile', as: 'owner@acme.example', path: '/profile' },
  { name: 'profile-of-staff', as: 'agent@vendor.example', path: '/profile' },
];
