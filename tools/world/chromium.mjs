import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unpackPackages } from './debian-packages.mjs';
import { Problem } from './problem.mjs';

const folder = fileURLToPath(new URL('../../.tessera/chromium', import.meta.url));
/** The browser without windows, which needs the least; letters, without which every line would be as long as another. */
const packages = ['chromium-headless-shell', 'fonts-dejavu-core'];

/**
 * What the driver leaves out itself, since a second list replaces its own, and the browser's address bar: with every window
 * it loads two pages and some 300 scripts for suggestions, which takes a small machine more than a second of what is
 * measured or waited for.
 */
const without = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxPopup',
];
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${without.join(',')}`,
];

/**
 * The browser that the browser tests use: of CHROMIUM or the PATH, else the distribution's package unpacked into
 * .tessera/chromium, for `chromium.launch`.
 * @param {(line: string) => void} [say]
 * @returns {Promise<{ executablePath: string, args: string[], env?: Record<string, string> }>}
 */
export async function findChromium(say = () => {}) {
  const installed = process.env.CHROMIUM ?? inPath('chromium') ?? inPath('chromium-browser');
  if (installed) return { executablePath: installed, args };
  if (!existsSync(folder)) {
    say('Chromium is not in the PATH: fetching the package chromium-headless-shell (some 150 MB, once)');
    await unpackPackages(packages, folder).catch((error) => {
      throw new Problem(missing, { detail: error instanceof Error ? error.message.trim() : String(error) });
    });
  }
  return { executablePath: join(folder, 'usr/lib/chromium/chromium-headless-shell'), args, env: unpacked() };
}

const missing = `Chromium is missing, so the browser tests cannot run, and the distribution's package could not be fetched. Three ways to get it:
  1. apt-get install chromium         (Debian; or your system's own package)
  2. CHROMIUM=/path/to/it npm test
  3. everything but the browser tests: npm test -- --testPathIgnorePatterns e2e/browser`;

/** @param {string} command */
const inPath = (command) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((directory) => join(directory, command))
    .find(existsSync);

/** What an installation would have put where programs look by themselves. */
function unpacked() {
  return {
    .../** @type {Record<string, string>} */ (process.env),
    LD_LIBRARY_PATH: ['usr/lib', 'lib'].flatMap((place) => libraries(join(folder, place))).join(delimiter),
    FONTCONFIG_PATH: join(folder, 'etc/fonts'),
    XDG_DATA_HOME: join(folder, 'usr/share'),
  };
}

/**
 * The folders of libraries, and those in them that libraries name as absolute paths for themselves (nss, pulseaudio).
 * @param {string} place
 */
function libraries(place) {
  const folders = foldersOf(place).filter((path) => path.endsWith('-linux-gnu'));
  return folders.flatMap((path) => [path, ...foldersOf(path).filter(hasLibraries)]);
}

/** @param {string} path */
const foldersOf = (path) =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(path, entry.name))
    : [];

/** @param {string} path */
const hasLibraries = (path) => readdirSync(path).some((name) => /\.so(\.|$)/.test(name));
