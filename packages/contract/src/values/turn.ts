/** Milliseconds of work after which timers, sockets and signals are due. */
const atMost = 10;

let lastAt = 0;
let pending: Promise<void> | undefined;

/**
 * To be asked in a loop over records, where a turn of the event loop may not come by itself. A promise where one is due,
 * which resolves after it; all who ask meanwhile wait for the same.
 *
 * @example
 * const due = turn();
 * if (due !== undefined) await due;
 */
export function turn(): Promise<void> | undefined {
  if (pending === undefined && performance.now() - lastAt < atMost) return undefined;
  pending ??= nextTurn().then(() => {
    pending = undefined;
    lastAt = performance.now();
  });
  return pending;
}

/** By the cheapest that the platform has: an immediate, else a message, since a timer takes a millisecond or more. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if ('setImmediate' in globalThis) {
      globalThis.setImmediate(resolve);
      return;
    }
    if (typeof MessageChannel === 'undefined') {
      setTimeout(resolve, 0);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close(); // an open port keeps the process
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}
