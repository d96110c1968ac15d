/** What the program has put into the page. */
export function embeddedData(): unknown {
  return JSON.parse(document.getElementById('data')?.textContent ?? 'null') as unknown;
}

/** Where a page shows itself. */
export function root(): HTMLElement {
  const element = document.getElementById('page');
  if (element === null) throw new Error('The page has no place');
  return element;
}
