/** The vendor's sign, in the form that fits the look; the name stands beside it. */
export function Mark({ scheme }: { scheme: 'light' | 'dark' }) {
  return <img src={scheme === 'dark' ? '/brand/logo-dark' : '/brand/logo'} height={28} alt="" />;
}
