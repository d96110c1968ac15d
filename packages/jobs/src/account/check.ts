/** One thing the doctor looked at. */
export interface Check {
  readonly name: string;
  readonly status: 'ok' | 'warning' | 'failed';
  readonly message: string;
  /** What to do; `null` where there is nothing to do. */
  readonly nextStep: string | null;
}

export function ok(name: string, message: string): Check {
  return { name, status: 'ok', message, nextStep: null };
}

export function warning(name: string, message: string, nextStep: string): Check {
  return { name, status: 'warning', message, nextStep };
}

export function failed(name: string, message: string, nextStep: string): Check {
  return { name, status: 'failed', message, nextStep };
}

/** The check as whoever started the doctor knows the options. */
export function wordedCheck(check: Check, word: (text: string) => string): Check {
  const { message, nextStep } = check;
  return {
    ...check,
    message: word(message),
    nextStep: nextStep === null ? null : word(nextStep),
  };
}
