// packages/cli/src/run/summary.ts
function emptySummary({ stoppedBy, ...of }, files) {
  return {
    ...of,
    source: { files, format: null, rows: 0, products: 0, variants: 0, skipped: [] },
    records: { read: 0, accepted: 0, unchanged: 0, rejected: 0, notAttempted: 0, deleted: 0 },
    requests: { sent: 0, retried: 0, rateLimited: 0 },
    backInStockEventsTriggered: 0,
    durationMs: 0,
    rejectsFile: null,
    warnings: [],
    stoppedBy
  };
}

export {
  emptySummary
};
