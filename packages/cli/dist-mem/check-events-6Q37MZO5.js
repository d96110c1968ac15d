// packages/cli/src/run/events/check-events.ts
function checkEvents(documents, { check }) {
  const events = [];
  const faults = [];
  for (const { position, value } of documents) {
    const checked = check(value);
    if ("event" in checked) events.push(checked.event);
    else faults.push(...checked.faults.map((fault) => ({ ...fault, position })));
  }
  return { events, faults };
}
export {
  checkEvents
};
