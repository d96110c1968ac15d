/** A variable of the environment; one that is empty is as good as none. */
export function environment(name: string): string | undefined {
  try {
    const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } }; // absent in browsers and some workers
    const value = process?.env?.[name];
    return value === '' ? undefined : value;
  } catch {
    return undefined; // Deno, when it may not read the environment
  }
}
