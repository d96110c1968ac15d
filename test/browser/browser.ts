import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll } from 'vitest';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** An installed browser; undefined where there is none. */
const browserPath = [process.env['CHROMIUM'] ?? '', ...places].find(
  (path) => path !== '' && existsSync(path),
);

/** Whether suites are left out: on a machine that must have everything, a missing browser is a failure. */
export const isLeftOut =
  browserPath === undefined && process.env['SEQUENZY_TEST_SERVICES'] !== 'required';

/** What a suite is called, and the one line that says why it is left out. */
export function inBrowser(name: string): string {
  if (!isLeftOut) return name;
  return `${name} (left out: no Chromium here; install chromium, or name one with CHROMIUM)`;
}

let browser: Promise<Browser> | undefined;

export interface Look {
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
}

/** A page of one browser for all tests of a file; what it complains of is kept. */
export async function openPage(
  address: string,
  { width = 1280, scheme = 'light' }: Look = {},
): Promise<{ page: Page; complaints: string[] }> {
  browser ??= chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] });
  const viewport = { width, height: width < 500 ? 844 : 800 };
  const page = await (await browser).newPage({ viewport, colorScheme: scheme });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  return { page, complaints };
}

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

interface Axe {
  run(): Promise<{
    violations: { id: string; impact: string; nodes: { target: string[] }[] }[];
  }>;
}

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe calls serious or critical, with the places. */
export async function seriousProblems(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(axeFile, 'utf8')); // not as a script, which the page would refuse
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: Axe }).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Whether something is wider than the window. */
export async function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > innerWidth');
}
