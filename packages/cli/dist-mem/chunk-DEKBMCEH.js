// packages/cli/src/run/private-sandbox.ts
var sandboxKey = "seq_live_sandbox";
function openPrivateSandbox(company, { createSandbox }) {
  const apiKey = company === void 0 ? sandboxKey : [{ key: sandboxKey, companies: [company] }];
  const { fetch } = createSandbox({ apiKey });
  return { apiKey: sandboxKey, baseUrl: "http://sandbox.localhost", fetch };
}

export {
  sandboxKey,
  openPrivateSandbox
};
