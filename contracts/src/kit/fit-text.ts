const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A text that is made of others and has to fit a limit: cut behind the last whole character, as people see it, of which all code
 * points fit. Only where the first one alone is longer than the limit is it cut inside.
 * @param max code points, as every limit of a contract counts
 */
export function fitText(text: string, max: number): string {
  if (text.length <= max) return text;
  let room = max;
  let end = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    room -= [...segment].length;
    if (room < 0) return end ? text.slice(0, end).trimEnd() : [...segment].slice(0, max).join('');
    end = index + segment.length;
  }
  return text;
}
