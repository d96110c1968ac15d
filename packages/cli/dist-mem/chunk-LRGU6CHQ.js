// packages/cli/src/run/differences.ts
var mostTold = 10;
var Differences = class {
  #told = [];
  #count = 0;
  add(difference) {
    this.#count += 1;
    if (this.#told.length < mostTold) this.#told.push(differenceSentence(difference));
  }
  sentences() {
    const more = this.#count - this.#told.length;
    return more === 0 ? this.#told : [...this.#told, `${String(more)} more fields are stored otherwise than they were sent.`];
  }
};
function differenceSentence({ key, path, sent, stored }) {
  return `${key}: ${path} was sent as ${shown(sent)} and is stored as ${shown(stored)}.`;
}
var longestShown = 80;
function shown(value) {
  const text = value === void 0 ? "nothing" : JSON.stringify(value);
  return text.length > longestShown ? `${text.slice(0, longestShown - 1)}\u2026` : text;
}

export {
  Differences,
  shown
};
