// packages/cli/src/terminal/safe-text.ts
var dangerous = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
var names = /* @__PURE__ */ new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["	", "\\t"]
]);
function safeText(text) {
  return text.replace(dangerous, (character) => names.get(character) ?? escaped(character));
}
function safeJson(value) {
  return JSON.stringify(value).replace(dangerous, escaped);
}
function escaped(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

export {
  safeText,
  safeJson
};
