/** Four tesserae. */
export function Mark() {
  return <img src="/favicon.svg" width={28} height={28} alt="" />;
}
