/** Of what may come with every answer only the first is told. */
export function warnOnce(warn: (sentence: string) => void): (sentence: string) => void {
  let said = false;
  return (sentence) => {
    if (!said) warn(`${sentence}.`);
    said = true;
  };
}
