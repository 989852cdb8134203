import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { mantineVariables } from './vite/mantine-variables.js';
import { commonChunks } from './vite/common-chunk.js';
import { precompress } from './vite/precompress.js';

/** What the gateway serves: no inline script or style anywhere, every file but index.html named by its hash. */
export default defineConfig({
  plugins: [react(), mantineVariables(), precompress()],
  resolve: { conditions: ['@tessera/source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    // One file, 20 KB compressed: each further one makes the browser look through the whole page's styles again.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: commonChunks } } },
    chunkSizeWarningLimit: 700,
  },
  // For work on the portal itself: `npx vite` beside a running `npm start`.
  server: { port: 5173, proxy: { '/api': 'http://localhost:8080' } },
});
