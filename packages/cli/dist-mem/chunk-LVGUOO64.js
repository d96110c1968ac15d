// packages/cli/src/run/system-error.ts
function systemCode(error) {
  const code = error instanceof Error ? Reflect.get(error, "code") : void 0;
  return typeof code === "string" ? code : void 0;
}
var reasons = /* @__PURE__ */ new Map([
  ["ENOENT", "no such file or folder"],
  ["EACCES", "permission denied"],
  ["EPERM", "not permitted"],
  ["EISDIR", "it is a folder"],
  ["ENOTDIR", "a part of the path is not a folder"],
  ["ENOSPC", "the disk is full"],
  ["EDQUOT", "the quota is used up"],
  ["EFBIG", "the file may not grow any more"],
  ["EROFS", "the disk is read-only"],
  ["EADDRINUSE", "the port is in use"]
]);
function reasonOf(error) {
  const code = systemCode(error);
  if (code !== void 0) return reasons.get(code) ?? code;
  return error instanceof Error ? error.message : String(error);
}
function isFull(error) {
  return ["ENOSPC", "EDQUOT", "EFBIG"].includes(systemCode(error) ?? "");
}

export {
  systemCode,
  reasonOf,
  isFull
};
