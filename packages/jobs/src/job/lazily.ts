/** A function that is loaded when it is called first: whoever imports a package needs few of them. */
export function lazily<Given extends unknown[], Result>(
  load: () => Promise<(...given: Given) => Promise<Result>>,
): (...given: Given) => Promise<Result> {
  return async (...given) => (await load())(...given);
}
