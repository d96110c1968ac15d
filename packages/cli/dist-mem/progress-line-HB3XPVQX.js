import {
  wallClock
} from "./chunk-ISA4WWIC.js";
import {
  count,
  number
} from "./chunk-F2HUCAMP.js";

// packages/cli/src/terminal/progress-line.ts
function progressLine({ command, startedAt, progress }) {
  if (progress === void 0) {
    return `${command}  running since ${wallClock(Date.parse(startedAt))}`;
  }
  const { noun, done, of, rejected, requests, endsAt } = progress;
  return [
    `${command}  ${number(done)}/${count(of, noun)}`,
    count(requests, "request"),
    ...rejected > 0 ? [`${number(rejected)} rejected`] : [],
    ...endsAt === null ? [] : [`done about ${wallClock(Date.parse(endsAt))}`]
  ].join(", ");
}
export {
  progressLine
};
