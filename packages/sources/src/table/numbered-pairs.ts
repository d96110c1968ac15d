/** Columns for a name and a value that a file has several times: `option1Name` and `option1Value`. */
export interface NumberedPair<Base extends string, At extends number> {
  readonly number: At;
  readonly name: `${Base}${At}Name`;
  readonly value: `${Base}${At}Value`;
}

export function numberedPairs<const Base extends string, const At extends number>(
  base: Base,
  numbers: readonly At[],
): readonly NumberedPair<Base, At>[] {
  return numbers.map((number) => ({
    number,
    name: `${base}${number}Name`,
    value: `${base}${number}Value`,
  }));
}

/** The headings of each pair, made from its number. */
export function headingsOfPairs<Base extends string, At extends number>(
  pairs: readonly NumberedPair<Base, At>[],
  ofName: (number: At) => readonly string[],
  ofValue: (number: At) => readonly string[],
): Record<NumberedPair<Base, At>['name' | 'value'], readonly string[]> {
  const headings = pairs.flatMap(({ number, name, value }): [string, readonly string[]][] => [
    [name, ofName(number)],
    [value, ofValue(number)],
  ]);
  // Object.fromEntries forgets the keys: there is an entry for each.
  return Object.fromEntries(headings) as ReturnType<typeof headingsOfPairs<Base, At>>;
}
