import { createRoot } from 'react-dom/client';
import 'virtual:mantine-variables.css';
import './shell/theme/mantine.css';
import './shell/theme/base.css';
import { App } from './shell/app.js';
import { makeQueryClient } from './shell/queries.js';
import { start } from './shell/start.js';

const client = makeQueryClient();
// Not awaited: what is loaded meanwhile imports this file's chunk, and would wait for its end in vain.
void start(client, location.pathname).then(() =>
  createRoot(document.getElementById('root')!).render(<App client={client} />),
);
