import {
  wholeDuration
} from "./chunk-F2HUCAMP.js";

// packages/cli/src/terminal/verbose-hooks.ts
function verboseHooks(say) {
  return {
    onResponse({ method, path, status, milliseconds, attempt }) {
      const again = attempt > 1 ? `, attempt ${String(attempt)}` : "";
      say(`${method} ${path}: ${String(status)} in ${String(milliseconds)} ms${again}`);
    },
    onRetry({ error, wait }) {
      say(`${error.message}; again in ${wholeDuration(wait)}`);
    },
    onWait({ method, path, reason, milliseconds }) {
      const cause = reason === "paused" ? "the server asked for a pause" : `limit of the ${reason}`;
      say(`${method} ${path}: waiting ${String(Math.ceil(milliseconds))} ms, ${cause}`);
    }
  };
}

export {
  verboseHooks
};
