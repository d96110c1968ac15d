/** How options are called where a job was started. */
export interface Wording {
  /** `maxRestocks` -> `--max-restocks` on a command line, and with a value `--max-restocks 100`. */
  readonly option: (name: string, value: string | undefined) => string;
}

/** Characters of no alphabet: neither a file nor a server says them by chance. */
const [open, close] = ['\ue000', '\ue001'];

/** Marks an option in a sentence; {@link worded} calls it as the reader knows it. */
export function option(name: string, value?: string): string {
  return `${open}${name}${value === undefined ? '' : `=${value}`}${close}`;
}

/** The sentence as its reader knows the options. */
export function worded(sentence: string, wording: Wording): string {
  return sentence.replace(
    /\ue000([^=\ue001]+)(?:=([^\ue001]*))?\ue001/g,
    (_, name: string, value) => wording.option(name, typeof value === 'string' ? value : undefined),
  );
}

/** What a program calls otherwise than a command line. */
const members: Readonly<Record<string, string>> = {
  baseCurrency: 'rates.base',
  untilTime: 'deadline',
  yes: 'decide',
};

/** As a program calls them: `maxRestocks: 100`. */
export const programWording: Wording = {
  option: (name, value) => {
    const member = members[name] ?? name;
    return value === undefined ? member : `${member}: ${value}`;
  },
};
