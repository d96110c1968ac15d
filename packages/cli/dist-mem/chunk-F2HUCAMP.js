// packages/cli/src/terminal/wording.ts
var grouped = new Intl.NumberFormat("en-US");
function number(value) {
  return grouped.format(value);
}
function count(value, noun, nouns = `${noun}s`) {
  return `${number(value)} ${value === 1 ? noun : nouns}`;
}
function duration(milliseconds) {
  const tenths = Math.round(milliseconds / 100);
  if (tenths < 100) return `${(tenths / 10).toFixed(1)} s`;
  return wholeDuration(milliseconds);
}
function wholeDuration(milliseconds) {
  const seconds = Math.max(1, Math.round(milliseconds / 1e3));
  if (seconds < 60) return `${String(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return pair(minutes, "min", seconds % 60, "s");
  return pair(Math.floor(minutes / 60), "h", minutes % 60, "min");
}
function pair(large, unit, small, smallUnit) {
  const first = `${number(large)} ${unit}`;
  return small === 0 ? first : `${first} ${String(small)} ${smallUnit}`;
}

export {
  number,
  count,
  duration,
  wholeDuration
};
