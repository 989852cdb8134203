import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('./report.mjs').Report} Report */

const width = 760;
const left = 300;
const colors = { reached: '#1a7f37', missed: '#bc4c00', quiet: '#6e7781', mark: '#24292f' };
const series = ['#0550ae', '#bc4c00', '#1a7f37', '#8250df', '#9a6700', '#cf222e'];

/** Draws what is measured; a chart whose targets were never measured is left as it is. @param {Report} report @param {string} folder */
export function drawCharts({ targets }, folder) {
  mkdirSync(folder, { recursive: true });
  const charts = {
    'ratios.svg': ratios(targets),
    'latency.svg': latency(targets),
    'growth.svg': growth(targets),
    'memory.svg': memory(targets),
  };
  for (const [name, svg] of Object.entries(charts)) if (svg) writeFileSync(join(folder, name), svg);
}

/** Ratios to the baselines with the least and the greatest pair, and what must be. @param {Report['targets']} targets */
function ratios(targets) {
  const bars = Object.entries(targets).filter(([name, t]) => t.ratio !== null && name !== 'P10');
  if (!bars.length) return undefined;
  const most = Math.max(1.2, ...bars.map(([, t]) => t.max ?? 0));
  const x = (/** @type {number} */ value) => left + (value / most) * (width - left - 60);
  const rows = bars.map(([name, t], row) => {
    const y = 40 + row * 32;
    const must = Number(/[\d.]+/.exec(t.must)?.[0] ?? 0);
    return [
      label(y, `${name}  ${short[name] ?? ''}`),
      box(left, y - 9, x(t.ratio ?? 0) - left, 18, t.pass ? colors.reached : colors.missed),
      line(x(t.min ?? 0), y, x(t.max ?? 0), y, colors.mark),
      line(x(must), y - 13, x(must), y + 13, colors.mark, '3 2'),
      text(x(Math.max(t.ratio ?? 0, t.max ?? 0)) + 6, y + 4, String(t.ratio)),
    ].join('');
  });
  const one = line(x(1), 20, x(1), 24 + bars.length * 32, colors.quiet, '1 3');
  return svg(
    60 + bars.length * 32,
    'Rate of the product to that of the baseline; dashes: what must be',
    one + rows.join(''),
  );
}

/** p50 and p99 at half and at four fifths of the peak, on a logarithmic scale. @param {Report['targets']} targets */
function latency(targets) {
  /** @typedef {{ p50: number, p99: number }} Quantiles */
  const rows = Object.entries(targets).flatMap(([name, t]) => {
    const { at50, at80 } = /** @type {{ at50?: Quantiles, at80?: Quantiles }} */ (t.details ?? {});
    if (at50 && at80)
      return [
        { name: `${name} at 50 %`, ...at50 },
        { name: `${name} at 80 %`, ...at80 },
      ];
    return t.p50 !== null && t.p99 !== null ? [{ name, p50: t.p50, p99: t.p99 }] : [];
  });
  if (!rows.length) return undefined;
  const most = Math.max(100, ...rows.map((r) => r.p99));
  const x = (/** @type {number} */ ms) =>
    left + (Math.log10(Math.max(0.1, ms) / 0.1) / Math.log10(most / 0.1)) * (width - left - 90);
  const drawn = rows.map(({ name, p50, p99 }, row) => {
    const y = 40 + row * 26;
    return [
      label(y, `${name}  ${short[name.split(' ')[0] ?? ''] ?? ''}`),
      line(x(p50), y, x(p99), y, colors.quiet),
      dot(x(p50), y, colors.reached),
      dot(x(p99), y, colors.missed),
      text(x(p99) + 8, y + 4, `${p50} / ${p99} ms`),
    ].join('');
  });
  return svg(60 + rows.length * 26, 'Milliseconds at a fixed rate: p50 and p99, logarithmic', drawn.join(''));
}

/** @param {Report['targets']} targets */
function growth(targets) {
  const { sizes, growth: all } = /** @type {{ sizes?: number[], growth?: Record<string, number[]> }} */ (
    targets.P10?.details ?? {}
  );
  if (!sizes || !all) return undefined;
  const most = Math.max(1.5, ...Object.values(all).flat());
  const [top, bottom] = [30, 250];
  const x = (/** @type {number} */ n) => 60 + (n * (width - 260)) / Math.max(1, sizes.length - 1);
  const y = (/** @type {number} */ value) => bottom - (value / most) * (bottom - top);
  const lines = Object.entries(all).map(([name, values], n) => {
    const color = series[n % series.length] ?? colors.mark;
    const points = values.map((value, at) => `${x(at)},${y(value)}`).join(' ');
    return (
      `<polyline points="${points}" fill="none" stroke="${color}" stroke-width="2"/>` +
      text(width - 180, top + 16 + n * 20, `${name}  × ${values.at(-1)}`, color)
    );
  });
  const axis = sizes.map((size, n) => text(x(n) - 20, bottom + 20, size.toLocaleString('en')));
  const limit = line(60, y(1.3), x(sizes.length - 1), y(1.3), colors.mark, '3 2');
  return svg(
    bottom + 40,
    'Processor time of a request while tables grow; dashes: the most it may be',
    limit + axis.join('') + lines.join(''),
  );
}

/** @param {Report['targets']} targets */
function memory(targets) {
  const { megabytes } = /** @type {{ megabytes?: Record<string, number> }} */ (targets.P12?.details ?? {});
  if (!megabytes) return undefined;
  const most = Math.max(150, ...Object.values(megabytes));
  const x = (/** @type {number} */ value) => left + (value / most) * (width - left - 60);
  const rows = Object.entries(megabytes).map(([name, value], row) => {
    const y = 40 + row * 30;
    const bar = box(left, y - 9, x(value) - left, 18, value <= 130 ? colors.reached : colors.missed);
    return label(y, name) + bar + text(x(value) + 6, y + 4, `${value} MB`);
  });
  const bottom = 30 + rows.length * 30;
  const limit = line(x(130), 20, x(130), bottom, colors.mark, '3 2');
  return svg(
    bottom + 20,
    'Memory of each process when idle; dashes: the most it may be',
    limit + rows.join(''),
  );
}

/** @type {Record<string, string>} */
const short = {
  P1: 'license check',
  P2: 'activation',
  P3: 'list of 25 licenses',
  P4: 'sign-in',
  P5: 'outbox relay',
  P5b: 'consumer with inbox',
  P6: 'commit to effect',
  P7: 'check-in, nothing to do',
  P8: 'command to a device',
  P9: 'upload of 4 GB',
  P11: 'two instances to one',
};

/** @param {number} height @param {string} title @param {string} inner */
const svg = (height, title, inner) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" role="img" aria-label="${title}">
<rect width="${width}" height="${height}" fill="#fff"/>${text(10, 18, title)}${inner}</svg>
`;
/** @param {number} y @param {string} words */
const label = (y, words) => text(10, y + 4, words);
/** @param {number} x @param {number} y @param {string} words @param {string} [color] */
const text = (x, y, words, color = colors.mark) =>
  `<text x="${at(x)}" y="${at(y)}" fill="${color}">${words}</text>`;
/** @param {number} x @param {number} y @param {number} w @param {number} h @param {string} color */
const box = (x, y, w, h, color) =>
  `<rect x="${at(x)}" y="${at(y)}" width="${at(w)}" height="${h}" fill="${color}"/>`;
/** @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 @param {string} color @param {string} [dashes] */
const line = (x1, y1, x2, y2, color, dashes = '') =>
  `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" stroke="${color}"${dashes && ` stroke-dasharray="${dashes}"`}/>`;
/** @param {number} x @param {number} y @param {string} color */
const dot = (x, y, color) => `<circle cx="${at(x)}" cy="${at(y)}" r="4" fill="${color}"/>`;
/** @param {number} value */
const at = (value) => value.toFixed(1);
