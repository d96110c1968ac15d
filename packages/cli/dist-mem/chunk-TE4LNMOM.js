// packages/cli/src/run/reject.ts
function rejectOfFaults(record) {
  const reasons = record.faults.map(({ line, message, path, column = path, value }) => ({
    line,
    message,
    column: column === "" ? null : column,
    value: value ?? null
  }));
  return { ...placeOf(record), reasons };
}
function rejectOfOutcome(record, { reasons }) {
  return {
    ...placeOf(record),
    reasons: reasons.map(({ path, message }) => ({
      line: record.line,
      message,
      column: path === "" ? null : path,
      value: null
    }))
  };
}
function placeOf({ file, line, key }) {
  return { file, line, productId: key ?? null };
}
function sentenceOf({ column, message, value }) {
  const shown = value === null || message.includes(value) ? "" : ` (got ${JSON.stringify(value)})`;
  return `${column === null ? "" : `${column}: `}${message}${shown}`;
}

export {
  rejectOfFaults,
  rejectOfOutcome,
  sentenceOf
};
