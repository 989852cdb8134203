/** Scripts that one label may be written in: alone, or those that one language mixes (UTS 39, "highly restrictive"). */
const together = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Bopomofo'],
  ['Latin', 'Han', 'Hangul'],
];
const alone = [
  'Latin Greek Cyrillic Armenian Hebrew Arabic Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada',
  'Malayalam Sinhala Thai Lao Tibetan Myanmar Georgian Ethiopic Khmer Hangul Han Hiragana Katakana',
].flatMap((line) => line.split(' '));

const written = (scripts: readonly string[]): RegExp =>
  new RegExp(
    `^(?:[0-9-]|${scripts.map((s) => `(?=[\\p{L}\\p{M}])\\p{Script_Extensions=${s}}`).join('|')})+$`,
    'u',
  );
const sound = [...alone.map((script) => [script]), ...together].map(written);

/** Letters of other scripts that a reader of Latin takes for Latin ones. */
const LOOKS_LATIN = /^[0-9\-аәеёсҫԁһӏіїјқорԛѕѡхҳуүгпьвкмнтαβγικνορτυχωεηхօոսհցգզյճѵꮯꭰ]+$/u;

/**
 * Whether a label of a domain can only be read as what it is: letters of one script, or of those that one language
 * mixes, and not all of them letters that look like those of another.
 */
export const readsAsItIs = (label: string): boolean =>
  /^[a-z0-9-]*$/i.test(label) || (sound.some((script) => script.test(label)) && !LOOKS_LATIN.test(label));
