import type { Wording } from 'sequenzy-jobs/report/wording.ts';

/** Options as a command line calls them: `maxRestocks` is `--max-restocks`. */
export const flagWording: Wording = {
  option: (name, value) => {
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    return value === undefined ? flag : `${flag} ${value}`;
  },
};
