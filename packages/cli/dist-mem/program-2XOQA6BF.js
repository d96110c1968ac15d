import {
  emptySummary
} from "./chunk-HP2UOQXP.js";
import {
  defaultMaxDelete,
  mostNamed
} from "./chunk-3HUHGKSF.js";
import {
  backInStockRequestSchema,
  checkoutSchema,
  faultsOf,
  orderSchema
} from "./chunk-IA6OYEEE.js";
import {
  UserError
} from "./chunk-COUJ7UXY.js";
import {
  exitCodes
} from "./chunk-7ZYDWGGZ.js";

// packages/cli/src/commands/program.ts
import { Command } from "commander";

// packages/cli/src/commands/global-options.ts
import { Option } from "commander";

// packages/cli/src/commands/option-values.ts
import { InvalidArgumentError } from "commander";
function wholeNumber(least) {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (Number.isSafeInteger(value) && value >= least) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${String(least)} on.`);
  };
}
var longestTimeout = 86400;
function seconds(text) {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (value >= 1e-3 && value <= longestTimeout) return Math.round(value * 1e3);
  throw new InvalidArgumentError(`Expected seconds, up to ${String(longestTimeout)}.`);
}
var highestRate = 1e6;
function rate(text) {
  if (text === "off") return "off";
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= 1 && value <= highestRate) return value;
  throw new InvalidArgumentError("Expected requests a minute, such as 100, or off.");
}
function webAddress(text) {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new InvalidArgumentError("Expected an address, such as https://shop.example.");
}
function port(text) {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value <= 65535) return value;
  throw new InvalidArgumentError("Expected a port from 0 to 65535.");
}
function limit(text) {
  return text === "all" ? Infinity : wholeNumber(1)(text);
}
function maxDelete(text) {
  const percent = /^(\d{1,3})%$/.exec(text)?.[1];
  if (percent !== void 0 && Number(percent) <= 100) return { percent: Number(percent) };
  if (/^\d+$/.test(text)) return { products: wholeNumber(0)(text) };
  throw new InvalidArgumentError("Expected a number of products, or a share such as 10%.");
}

// packages/cli/src/commands/global-options.ts
function addGlobalOptions(program) {
  program.addOption(
    new Option(
      "--sandbox",
      "talk to a private sandbox inside this process: no key, no network"
    ).conflicts(["apiKeyFile", "baseUrl"])
  ).option("--company <id>", "company a personal key works for").option("--api-key-file <path>", "file that holds the key (default: $SEQUENZY_API_KEY)").option("--base-url <url>", "origin of the API (default: $SEQUENZY_API_URL, else the live API)").option(
    "--state-dir <path>",
    "where what was sent is remembered (default: $SEQUENZY_STATE_DIR, else the platform\u2019s place)"
  ).option("--timeout <seconds>", "how long one attempt may take (default: 30)", seconds).option("--max-retries <n>", "repeats of a request that failed (default: 5)", wholeNumber(0)).option("--json", "print exactly one JSON document on standard output").addOption(new Option("--quiet", "only errors and failures").conflicts("verbose")).option("--verbose", "tell each request, repeat and wait");
}
function connectionOf(flags, rate2) {
  const { sandbox = false, company, apiKeyFile, baseUrl, timeout, maxRetries } = flags;
  return { sandbox, company, apiKeyFile, baseUrl, timeout, maxRetries, rate: rate2 };
}

// packages/cli/src/commands/connected.ts
async function connected({ io, secrets, err }, flags, ask) {
  const { connect } = await import("./connection-TSN2WZ5P.js");
  const { asUserError } = await import("./stop-reason-EEMJJZT7.js");
  const { verboseHooks } = await import("./verbose-hooks-RPHLZ6UQ.js");
  const warnings = [];
  const say = (text) => {
    err.line(text);
  };
  const warn = (sentence) => {
    warnings.push(sentence);
    if (flags.quiet !== true) err.line(["yellow", "warning"], `  ${sentence}`);
  };
  const hooks = flags.verbose === true ? verboseHooks(say) : {};
  const connection = await connect(connectionOf(flags), { io, secrets, hooks, warn });
  if (flags.sandbox === true && flags.quiet !== true) {
    err.line("This is a private sandbox, and it is empty.");
  }
  try {
    return await ask({ client: connection.client, connection, warn, warnings });
  } catch (error) {
    throw asUserError(error);
  }
}

// packages/cli/src/commands/sending.ts
async function sending({ io, secrets, argv }, flags, { command, warn, work, summaryOf }) {
  const { openStateFolder } = await import("./state-folder-KSVPH2MF.js");
  const { recorded } = await import("./recorded-RQVRY3QV.js");
  const { stateDir, sandbox = false } = flags;
  const state = await openStateFolder({ stateDir, sandbox }, io.env);
  try {
    const folder = state.path;
    const recording = { folder, command, argv, clock: io.clock, secrets, warn };
    return await recorded(recording, (tell) => work(folder, tell), summaryOf);
  } finally {
    state.close();
  }
}

// packages/cli/src/commands/catalog-delete.ts
function addCatalogDelete(catalog, context) {
  const command = catalog.command("delete").description("Delete products that were pushed through the API. Asks first.").argument("<productId...>", "your own ids of them").option("--yes", "delete without asking; needed where nobody can be asked").addHelpText("after", help).action(async (productIds) => {
    const flags = command.optsWithGlobals();
    await remove(context, flags, [...new Set(productIds)]);
  });
}
async function remove(context, flags, productIds) {
  const { io, out, err, end } = context;
  await demandConsent(context, flags, productIds);
  const startedAt = io.clock.monotonic();
  const { result, document } = await sending(context, flags, {
    command: "catalog delete",
    warn: (sentence) => {
      err.line(["yellow", "warning"], `  ${sentence}`);
    },
    work: (folder) => connected(context, flags, async (asking) => {
      const done = await deleteAndForget(context, flags, { asking, folder, productIds });
      const durationMs = Math.round(io.clock.monotonic() - startedAt);
      const { warnings } = asking;
      return { result: done, document: { ...documentOf(done), durationMs, warnings } };
    }),
    summaryOf: (done) => done.document
  });
  if (result.stoppedBy !== void 0) {
    err.line(["red", "stopped"], `  ${result.stoppedBy.message}. ${result.stoppedBy.nextStep}`);
  }
  if (flags.json === true) out.json(document);
  end(document.exitCode);
}
async function deleteAndForget({ io, err }, { company, quiet }, { asking, folder, productIds }) {
  const { deleteProducts } = await import("./delete-products-4G4E56WU.js");
  const { openLedger } = await import("./own-ledger-E5LSQW26.js");
  const { connection, warn } = asking;
  const signal = io.interruption;
  const ledger = await openLedger(connection, "products", { company, folder, signal, warn });
  try {
    return await deleteProducts(connection.client, productIds, {
      ledger,
      signal,
      onDone({ productId, status, reason }) {
        if (quiet === true && status === "deleted") return;
        err.line(`${words[status]}  ${productId}${reason === void 0 ? "" : `  ${reason}`}`);
      }
    });
  } finally {
    await ledger.close();
  }
}
var words = {
  deleted: "deleted",
  notFound: "not found",
  rejected: "rejected",
  notAttempted: "not attempted"
};
async function demandConsent(context, flags, ids) {
  const { canAsk, confirm } = await import("./confirm-CXS6RTYB.js");
  const { count } = await import("./wording-NCGCZA2H.js");
  const answers = { yes: flags.yes === true, stdinTaken: false };
  const what = ids.length === 1 ? `product ${ids[0] ?? ""}` : count(ids.length, "product");
  if (await confirm(`Delete ${what}? This cannot be undone.`, context.io, answers)) return;
  throw canAsk(context.io, answers) ? new UserError("declined", "Nothing was deleted") : new UserError("needs-consent", "Nobody can be asked here", "Pass --yes to delete.");
}
function exitCodeOf({ products, stoppedBy }) {
  if (stoppedBy !== void 0) return stoppedBy.exitCode;
  const missing = products.some(({ status }) => status === "notFound" || status === "rejected");
  return missing ? exitCodes.rejected : exitCodes.ok;
}
function documentOf(result) {
  const { products, stoppedBy } = result;
  const exitCode = exitCodeOf(result);
  const having = (wanted) => products.filter(({ status }) => status === wanted).length;
  const finished = exitCode === exitCodes.ok ? "completed" : "partial";
  const stop = stoppedBy === void 0 ? null : { code: stoppedBy.code, message: stoppedBy.message, nextStep: stoppedBy.nextStep };
  const end = { status: stop === null ? finished : "stopped", exitCode, stoppedBy: stop };
  const summary = emptySummary({ command: "catalog delete", ...end }, []);
  const records = {
    ...summary.records,
    read: products.length,
    deleted: having("deleted"),
    rejected: having("notFound") + having("rejected"),
    notAttempted: having("notAttempted")
  };
  return { ...summary, records, products };
}
var help = `
Examples:
  $ sequenzy-cli catalog delete tee-1
  $ sequenzy-cli catalog delete tee-1 tee-2 --yes --json

Exit codes: 0 all deleted, 2 usage or not agreed to (nothing deleted), 3 some were not found or cannot be
named in a request, 4 key or permission refused, 75 stopped early (run it again), 130 interrupted, 1 a bug.`;

// packages/cli/src/commands/again.ts
function again(argv, files = []) {
  const line = ["sequenzy-cli", ...argv].map(quoted).join(" ");
  return files.includes("-") ? `${line}   (with the same input)` : line;
}
function quoted(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

// packages/cli/src/commands/file-options.ts
import { Option as Option2 } from "commander";

// packages/cli/src/commands/currency-code.ts
import { InvalidArgumentError as InvalidArgumentError2 } from "commander";
var leftOut = ["CLF", "UYW", "VED"];
var mostSuggested = 3;
function currency(text) {
  const known = /* @__PURE__ */ new Set([...Intl.supportedValuesOf("currency"), ...leftOut]);
  const code = text.toUpperCase();
  if (known.has(code)) return code;
  const near = similar(code, [...known]);
  const hint = near.length > 0 ? ` (Did you mean ${near.join(" or ")}?)` : "";
  throw new InvalidArgumentError2(`Expected an ISO 4217 code, such as USD.${hint}`);
}
function similar(code, known) {
  const swapped = known.filter((candidate) => lettersOf(candidate) === lettersOf(code));
  const found = swapped.length > 0 ? swapped : known.filter((candidate) => isNear(code, candidate));
  return found.length > mostSuggested ? [] : found;
}
function lettersOf(code) {
  return Array.from(code).sort().join("");
}
function isNear(code, candidate) {
  const longest = Math.max(code.length, candidate.length);
  let same = 0;
  while (same < longest && code[same] === candidate[same]) same += 1;
  const rest = (text) => text.slice(text.length < longest ? same : same + 1);
  return Math.abs(code.length - candidate.length) <= 1 && rest(code) === rest(candidate);
}

// packages/cli/src/commands/file-options.ts
function addFileOptions(command) {
  return addReadingOptions(command).option("--rate <n|off>", "requests a minute (default: 100)", rate).option("--rejects <file>", "where rejected records go").option("--yes", "answer every question with yes");
}
function addReadingOptions(command) {
  return command.argument("<file...>", "CSV, TSV, JSON or NDJSON, also gzipped; - is standard input").option("--from <name>", "what wrote the file, when it is not recognised (default: auto)").option("--map <mapping.json>", "JSON object of column names and field names").option("--currency <code>", "ISO 4217 code of amounts that carry none", currency).addOption(
    new Option2(
      "--empty <meaning>",
      "what an empty cell does to the stored value (default: keep)"
    ).choices(["keep", "clear"])
  ).option("--include-unpublished", "also take products that are not on sale").option("--store-url <url>", "address of the shop, where the file holds no pages", webAddress).option("--id-from <column>", "column whose value becomes the productId, where one may choose");
}
function addSendingOptions(command) {
  return command.option("--dry-run", "read, check and plan, but send nothing").option("--concurrency <n>", "requests under way at once (default: 4)", wholeNumber(1)).option(
    "--max-restocks <n>",
    "stop when more products and variants than this come back in stock",
    wholeNumber(0)
  );
}
function addCatalogOptions(command) {
  return command.option("--full", "also send what has not changed since it was sent").option(
    "--isolation-budget <n>",
    "requests to spend on finding bad records in refused batches (default: 100)",
    wholeNumber(0)
  ).option("--prune", "delete products sent before that are gone from the files; asks first").option(
    "--max-delete <n|n%>",
    "how many --prune may delete, of those sent before (default: 10%)",
    maxDelete
  );
}
function syncOptionsOf(files, flags, mode) {
  const { from, currency: code, empty, includeUnpublished, storeUrl, idFrom } = flags;
  if (flags.maxDelete !== void 0 && flags.prune === void 0) {
    throw new UserError("usage", "--max-delete has no meaning without --prune", seeHelp);
  }
  return {
    files,
    mode,
    map: flags.map,
    stateDir: flags.stateDir,
    full: flags.full === true,
    isolationBudget: flags.isolationBudget,
    maxRestocks: flags.maxRestocks,
    prune: flags.prune === true ? flags.maxDelete ?? defaultMaxDelete : void 0,
    concurrency: flags.concurrency,
    rejects: flags.rejects,
    mostListed: mostListed(mode, flags),
    connection: connectionOf(flags, flags.rate),
    ...from === void 0 ? {} : { from },
    ...code === void 0 ? {} : { currency: code },
    ...empty === void 0 ? {} : { empty },
    ...includeUnpublished === void 0 ? {} : { includeUnpublished },
    ...storeUrl === void 0 ? {} : { storeUrl },
    ...idFrom === void 0 ? {} : { idFrom }
  };
}
function mostListed(mode, { json }) {
  return mode !== "sync" && json === true ? Infinity : mostOnScreen;
}
var seeHelp = "See sequenzy-cli catalog sync --help.";
var mostOnScreen = 20;

// packages/cli/src/commands/catalog-diff.ts
function addCatalogDiff(catalog, context) {
  const command = catalog.command("diff").description("Compare a product file with what Sequenzy holds, field by field.");
  addReadingOptions(command).option("--rate <n|off>", "requests a minute (default: 100)", rate).option("--repair", "send what is new or different").option(
    "--max-restocks <n>",
    "stop when --repair would bring more products and variants than this back in stock",
    wholeNumber(0)
  ).addHelpText("after", help2).action(async (files) => {
    await run(context, command.optsWithGlobals(), files);
  });
}
async function run(context, flags, files) {
  const options = syncOptionsOf(files, flags, "sync");
  context.begin(files);
  const { diffCatalog } = await import("./diff-catalog-JOSQLKOO.js");
  const { diffLine, printDiff } = await import("./diff-view-GUMY7SMY.js");
  const { LabelledLines } = await import("./labelled-A4BCV5EY.js");
  const { rejectLines } = await import("./sync-lines-7XVKSKHV.js");
  const { SyncScreen } = await import("./sync-screen-VS6FMC7F.js");
  const { io, secrets, err, out, end, argv } = context;
  const lines = new LabelledLines(err);
  const quiet = flags.quiet === true;
  const verbosity = { quiet, verbose: flags.verbose === true };
  const answers = { yes: flags.yes === true, stdinTaken: files.includes("-") };
  const listener = new SyncScreen(io, lines, verbosity, answers);
  const work = (folder) => diffCatalog(options, { io, secrets, listener, folder });
  const report = flags.repair === true ? await sending(context, flags, {
    command: "catalog diff",
    warn: (sentence) => {
      listener.warned(sentence);
    },
    work,
    summaryOf: ({ status, exitCode, repair }) => ({ ...repair, status, exitCode })
  }) : await work();
  if (flags.json === true) out.json(report);
  else printDiff(report, out, io.stdout.isTTY === true);
  if (!quiet) {
    for (const text of report.rejects.flatMap(rejectLines)) lines.line(["red", "rejected"], text);
    lines.line("compared", diffLine(report));
    if (report.repair !== null) lines.line("repaired", repairLine(report.repair));
  }
  if (report.stoppedBy !== null) {
    lines.line(
      ["red", "stopped"],
      `${report.stoppedBy.message}. ${report.stoppedBy.nextStep ?? ""}`
    );
    if (report.status === "stopped") lines.line("carry on", again(argv, files));
  }
  end(report.exitCode);
}
function repairLine({ records, requests }) {
  const { accepted, rejected, notAttempted } = records;
  const figures = [`${String(accepted)} accepted`, `${String(rejected)} rejected`];
  if (notAttempted > 0) figures.push(`${String(notAttempted)} not attempted`);
  return `${figures.join(", ")} in ${String(requests.sent)} requests`;
}
var help2 = `
Reads everything that was pushed through the API, 100 products a request. Fields the file does not have are not
compared: a sync keeps them. On a terminal a table; elsewhere one line a difference, its fields separated by tabs:
productId, status (new, different, missing), field, value in the file, value stored. --repair sends what is new or
different; what is missing in the file stays.

Examples:
  $ sequenzy-cli catalog diff products.csv
  $ sequenzy-cli catalog diff products.csv --repair --json

Exit codes: 0 the same, or repaired, 2 usage or unreadable input, 3 something differs, or is rejected,
4 key or permission refused, 75 stopped early (run it again), 130 interrupted, 1 a bug.`;

// packages/cli/src/commands/report-document.ts
function planDocument(plan) {
  const { products, requests, milliseconds, requestsPerMinute, restocks, gone } = plan;
  return {
    products,
    requests,
    milliseconds,
    requestsPerMinute: requestsPerMinute ?? null,
    new: plan.created,
    changed: plan.changed,
    unchanged: plan.unchanged,
    rejected: plan.rejected,
    restocks,
    toDelete: gone?.count ?? 0,
    firstToDelete: gone?.productIds.slice(0, mostNamed) ?? []
  };
}
function reportDocument({ summary, plan, rejects, rejectsFiles }, mode) {
  const more = rejectsFiles.length > 1 ? { rejectsFiles } : {};
  if (mode === "sync") return { ...summary, ...more };
  return { ...summary, ...more, plan: planDocument(plan), rejects };
}

// packages/cli/src/commands/catalog-files.ts
function addCatalogSync(catalog, context) {
  const command = catalog.command("sync").description("Send a product file to Sequenzy: creates, updates, and with --prune deletes.");
  addCatalogOptions(addSendingOptions(addFileOptions(command))).addHelpText("after", syncHelp).action(async (files, flags) => {
    const mode = flags.dryRun === true ? "dry-run" : "sync";
    await run2(
      context,
      command.optsWithGlobals(),
      (all) => syncOptionsOf(files, all, mode)
    );
  });
}
function addCatalogCheck(catalog, context) {
  const command = catalog.command("check").description("Read a product file and report what is wrong with it. No key, no network.");
  addFileOptions(command).addHelpText("after", checkHelp).action(async (files) => {
    await run2(
      context,
      command.optsWithGlobals(),
      (all) => syncOptionsOf(files, all, "check")
    );
  });
}
async function run2(context, flags, optionsOf2) {
  const options = optionsOf2(flags);
  context.begin(options.files);
  const { syncCatalog } = await import("./sync-catalog-WCOBSYID.js");
  const { LabelledLines } = await import("./labelled-A4BCV5EY.js");
  const { filesLabel } = await import("./sync-lines-7XVKSKHV.js");
  const { SyncScreen } = await import("./sync-screen-VS6FMC7F.js");
  const { printSyncReport } = await import("./sync-report-T5XACGN6.js");
  const { io, secrets, err, out, end, argv } = context;
  const asData = options.mode === "check" && flags.json !== true && flags.quiet !== true;
  const lines = new LabelledLines(asData ? out : err);
  lines.fit(filesLabel(options.files));
  const verbosity = { quiet: flags.quiet === true, verbose: flags.verbose === true };
  const stdinTaken = options.files.includes("-");
  const answers = { yes: flags.yes === true, stdinTaken };
  const listener = new SyncScreen(io, lines, verbosity, answers);
  if (options.mode === "sync" && flags.sandbox === true && !verbosity.quiet) {
    lines.line("sandbox", "everything goes to a private sandbox in this process");
  }
  const work = (folder) => syncCatalog(options, { io, secrets, listener, folder });
  const report = options.mode === "sync" ? await sending(context, flags, {
    command: "catalog sync",
    warn: (sentence) => {
      listener.warned(sentence);
    },
    work,
    summaryOf: ({ summary }) => summary
  }) : await work();
  const { exitCode } = report.summary;
  if (!verbosity.quiet || exitCode !== exitCodes.ok) {
    const { mode, files } = options;
    printSyncReport(report, lines, { mode, again: again(argv, files) });
  }
  if (flags.json === true) out.json(reportDocument(report, options.mode));
  end(exitCode);
}
var syncHelp = `
What was sent is remembered: run it again every night, or whenever it stopped, and only what is new or has changed
is sent. --full sends everything. --prune deletes what was sent before and is gone from the files.
Rejected records are written to <file>.rejects.csv, to be corrected and synced like the original.

Examples:
  $ sequenzy-cli catalog sync products.csv
  $ sequenzy-cli catalog sync products_export.csv --currency USD --store-url https://shop.example
  $ sequenzy-cli catalog sync products.csv --dry-run --max-restocks 100
  $ sequenzy-cli catalog sync products.csv --prune --max-delete 25 --yes
  $ gunzip -c products.ndjson.gz | sequenzy-cli catalog sync - --json

Exit codes: 0 all accepted or unchanged, 2 usage, unreadable input, or a plan that --max-restocks, --max-delete or
you have refused (nothing sent), 3 some records rejected, 4 key or permission refused, 75 stopped early or another
run is at work (run it again), 130 interrupted, 1 a bug.`;
var checkHelp = `
The report goes to standard output. A rejects file is only written when --rejects names one.

Examples:
  $ sequenzy-cli catalog check products.csv
  $ sequenzy-cli catalog check products.csv --currency EUR --rejects wrong.csv
  $ sequenzy-cli catalog check products.csv --json

Exit codes: 0 nothing is wrong, 2 usage or unreadable input, 3 some records would be rejected,
130 interrupted, 1 a bug.`;

// packages/cli/src/commands/catalog-get.ts
function addCatalogGet(catalog, context) {
  const command = catalog.command("get").description("Show one product that was pushed through the API.").argument("<productId>", "your own id of it").addHelpText("after", help3).action(async (productId) => {
    await get(context, command.optsWithGlobals(), productId);
  });
}
async function get(context, flags, productId) {
  const { SequenzyNotFoundError } = await import("sequenzy-commerce");
  const { printProduct } = await import("./product-view-NY4LKWGH.js");
  const { io, out, end } = context;
  await connected(context, flags, async ({ client, warnings }) => {
    const product = await client.products.get(productId, { signal: io.interruption }).catch((error) => {
      throw error instanceof SequenzyNotFoundError ? notFound(productId) : error;
    });
    const exitCode = exitCodes.ok;
    if (flags.json === true) {
      out.json({ command: "catalog get", status: "completed", exitCode, product, warnings });
    } else {
      printProduct(product, out);
    }
    end(exitCode);
  });
}
function notFound(productId) {
  return new UserError(
    "not_found",
    `There is no product ${productId}`,
    "Only products pushed through the API can be had by their id; sequenzy-cli catalog list shows all.",
    exitCodes.rejected
  );
}
var help3 = `
Examples:
  $ sequenzy-cli catalog get tee-1
  $ sequenzy-cli catalog get tee-1 --json

Exit codes: 0 found, 2 usage, 3 not found, 4 key or permission refused, 75 not answered (run it again),
130 interrupted, 1 a bug.`;

// packages/cli/src/commands/catalog-list.ts
import { Option as Option3 } from "commander";
var providers = ["api", "stripe", "shopify", "woocommerce", "manual"];
function addCatalogList(catalog, context) {
  const command = catalog.command("list").description("Show the products Sequenzy holds.").addOption(
    new Option3("--provider <name>", "only those that came from there").choices(providers)
  ).option("--search <text>", "only those with this in their title").option("--limit <n|all>", "how many at most", limit, 50).addHelpText("after", help4).action(async () => {
    await list(context, command.optsWithGlobals());
  });
}
async function list(context, flags) {
  const { listProducts } = await import("./list-products-LIECCGNZ.js");
  const { printProducts } = await import("./product-view-NY4LKWGH.js");
  const { io, out, err, end } = context;
  const { provider, search, limit: most } = flags;
  await connected(context, flags, async ({ client, warnings }) => {
    const request = { provider, search, limit: most, signal: io.interruption };
    const { products, more } = await listProducts(client, request);
    const exitCode = exitCodes.ok;
    if (flags.json === true) {
      out.json({
        command: "catalog list",
        status: "completed",
        exitCode,
        products,
        more,
        warnings
      });
    } else {
      printProducts(products, out, io.stdout.isTTY === true);
    }
    if (flags.quiet !== true) {
      if (products.length === 0) err.line("No product matches.");
      if (more) err.line("There are more: ask with --limit all.");
    }
    end(exitCode);
  });
}
var help4 = `
On a terminal a table; elsewhere one line a product, its fields separated by tabs:
productId, title, price, in stock, variants, provider.

Examples:
  $ sequenzy-cli catalog list --search tee
  $ sequenzy-cli catalog list --provider api --limit all --json

Exit codes: 0 done, 2 usage, 4 key or permission refused, 75 not answered (run it again), 130 interrupted, 1 a bug.`;

// packages/cli/src/commands/catalog-stock.ts
function addCatalogStock(catalog, context) {
  const command = catalog.command("stock").description("Change only stock, from a file with two or three columns.").argument("<file...>", "CSV, TSV, JSON or NDJSON, also gzipped; - is standard input").option("--map <mapping.json>", "JSON object of column names and field names").option("--rate <n|off>", "requests a minute (default: 100)", rate).option("--rejects <file>", "where rejected rows go").option("--yes", "answer every question with yes");
  addSendingOptions(command).addHelpText("after", help5).action(async (files) => {
    await run3(context, command.optsWithGlobals(), files);
  });
}
async function run3(context, flags, files) {
  const options = optionsOf(flags, files);
  context.begin(files);
  const { stockCatalog } = await import("./stock-catalog-WGJGZOBC.js");
  const { LabelledLines } = await import("./labelled-A4BCV5EY.js");
  const { SyncScreen } = await import("./sync-screen-VS6FMC7F.js");
  const { printSyncReport } = await import("./sync-report-T5XACGN6.js");
  const { io, secrets, err, out, end, argv } = context;
  const lines = new LabelledLines(err);
  const verbosity = { quiet: flags.quiet === true, verbose: flags.verbose === true };
  const answers = { yes: flags.yes === true, stdinTaken: files.includes("-") };
  const listener = new SyncScreen(io, lines, verbosity, answers);
  const work = (folder) => stockCatalog(options, { io, secrets, listener, folder });
  const report = options.mode === "dry-run" ? await work() : await sending(context, flags, {
    command: "catalog stock",
    warn: (sentence) => {
      listener.warned(sentence);
    },
    work,
    summaryOf: ({ summary }) => summary
  });
  const { exitCode } = report.summary;
  if (!verbosity.quiet || exitCode !== exitCodes.ok) {
    printSyncReport(report, lines, { mode: options.mode, again: again(argv, files) });
  }
  if (flags.json === true) out.json(reportDocument(report, options.mode));
  end(exitCode);
}
function optionsOf(flags, files) {
  const mode = flags.dryRun === true ? "dry-run" : "sync";
  return {
    files,
    mode,
    map: flags.map,
    rejects: flags.rejects,
    mostListed: mostListed(mode, flags),
    concurrency: flags.concurrency,
    maxRestocks: flags.maxRestocks,
    connection: connectionOf(flags, flags.rate)
  };
}
var help5 = `
Columns: one of productId, variantId and sku, and quantity or inStock or both. The stored products are read (100 a
request), and those whose stock changes are sent back whole: no variant and no field is lost. Rows that match nothing
are rejected. --dry-run and --max-restocks read the products to make a plan.

Examples:
  $ sequenzy-cli catalog stock stock.csv
  $ sequenzy-cli catalog stock stock.csv --dry-run --json
  $ sequenzy-cli catalog stock stock.csv --max-restocks 50

Exit codes: 0 done, 2 usage, unreadable input or more restocks than allowed (nothing sent), 3 some rows rejected,
4 key or permission refused, 75 stopped early or another run is at work (run it again), 130 interrupted, 1 a bug.`;

// packages/cli/src/commands/doctor.ts
function addDoctor(program, context) {
  const command = program.command("doctor").description("Check key, company, permissions, reachability and clock, and say what to do.").addHelpText("after", help6).action(async () => {
    await doctor(context, command.optsWithGlobals());
  });
}
async function doctor({ io, secrets, out, end }, flags) {
  const { diagnose } = await import("./diagnose-LH4TXKVH.js");
  const { checks, exitCode } = await diagnose(connectionOf(flags), { io, secrets });
  if (flags.json === true) {
    const status = statusOf(exitCode);
    const [first] = checks.filter((check) => check.status === "failed");
    const stoppedBy = first === void 0 ? null : {
      code: first.name.replaceAll(" ", "-"),
      message: first.message,
      nextStep: first.nextStep
    };
    out.json({ command: "doctor", status, exitCode, checks, stoppedBy });
  } else {
    for (const check of checks) {
      if (flags.quiet === true && check.status === "ok") continue;
      out.line(signs[check.status], ` ${check.name.padEnd(25)} ${check.message}`);
      if (check.nextStep !== null) out.line(`  ${" ".repeat(25)} ${check.nextStep}`);
    }
  }
  end(exitCode);
}
var signs = {
  ok: ["green", "\u2714"],
  warning: ["yellow", "!"],
  failed: ["red", "\u2718"]
};
function statusOf(exitCode) {
  if (exitCode === exitCodes.ok) return "completed";
  return exitCode === exitCodes.stopped ? "stopped" : "failed";
}
var help6 = `
Sends one GET request, changes nothing. The report goes to standard output.

Examples:
  $ sequenzy-cli doctor
  $ sequenzy-cli doctor --company comp_123 --json

Exit codes: 0 a sync can run, 2 no key or a setting that cannot be used, 4 key, company or permission refused,
75 not reachable (run it again), 130 interrupted, 1 a bug.`;

// packages/cli/src/commands/backfill-options.ts
import { Option as Option5 } from "commander";

// packages/cli/src/commands/order-times.ts
import { InvalidArgumentError as InvalidArgumentError3 } from "commander";
import { parseInstant } from "sequenzy-sources";
var timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;
function dailyWindow(text) {
  const [from = "", to = "", more] = text.split("-");
  const fits = timeOfDay.test(from) && timeOfDay.test(to) && from !== to && more === void 0;
  if (fits) return { from, to };
  throw new InvalidArgumentError3("Expected two times of the day, such as 22:00-06:00.");
}
function clockTime(text) {
  if (timeOfDay.test(text)) return text;
  throw new InvalidArgumentError3("Expected a time of the day, such as 06:30.");
}
function nextMoment(time, now) {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const moment = new Date(now);
  moment.setHours(hours, minutes, 0, 0);
  if (moment.getTime() <= now) moment.setDate(moment.getDate() + 1);
  return moment;
}
function momentOf(option, text, timezone) {
  const zone = timezone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const result = read(text, zone);
  if (result.ok) return new Date(result.instant);
  throw new UserError("usage", `${option}: ${result.message}`, "Write it as 2024-05-31.");
}
function read(text, timezone) {
  try {
    return parseInstant(text, { timezone });
  } catch {
    return { ok: false, message: `${JSON.stringify(timezone)} is no time zone` };
  }
}
var statuses = ["placed", "cancelled", "fulfilled", "refunded"];
function orderStatuses(text) {
  return text.split(",").map((word) => {
    const status = statuses.find((one) => one === word.trim().toLowerCase());
    if (status !== void 0) return status;
    throw new InvalidArgumentError3(`Expected some of ${statuses.join(",")}.`);
  });
}

// packages/cli/src/commands/orders-options.ts
import { Option as Option4 } from "commander";
function addOrderFileOptions(command) {
  return command.argument("<file...>", "CSV, TSV, JSON or NDJSON, also gzipped; - is standard input").option("--from <name>", "what wrote the file, when it is not recognised (default: auto)").option("--map <mapping.json>", "JSON object of column names and field names").option("--currency <code>", "ISO 4217 code of amounts that carry none", currency).option("--timezone <iana>", "zone of times without an offset, such as Europe/Berlin").addOption(
    new Option4("--date-format <order>", "which number of 2/3/2024 is the day").choices([
      "DMY",
      "MDY",
      "YMD"
    ])
  ).addOption(
    new Option4("--decimal <sign>", "decimal separator of the amounts").choices([".", ","])
  ).option("--id-from <column>", "column whose value becomes the orderId, where one may choose").option("--include-pending", "also take orders that are not paid yet").option("--include-tests", "also take test orders").option("--catalog <products file>", "products, where orders name them by SKU or title only");
}
function addTotalsOptions(command) {
  return command.addOption(
    new Option4("--totals <choice>", "where lifetime totals come from").choices(["computed", "columns", "none"]).conflicts("totalsFrom")
  ).option("--totals-from <customers.csv>", "a customer export with lifetime totals").option("--rates <rates.json>", 'converts computed totals: {"EUR": "1.08"}').option("--base-currency <code>", "the currency --rates are in", currency);
}
function orderChoicesOf(files, flags) {
  const { from, currency: code, timezone, dateFormat, decimal, idFrom } = flags;
  const { includePending, includeTests } = flags;
  return {
    files,
    map: flags.map,
    catalog: flags.catalog,
    ...from === void 0 ? {} : { from },
    ...code === void 0 ? {} : { currency: code },
    ...timezone === void 0 ? {} : { timezone },
    ...dateFormat === void 0 ? {} : { dateFormat },
    ...decimal === void 0 ? {} : { decimal },
    ...idFrom === void 0 ? {} : { idFrom },
    ...includePending === void 0 ? {} : { includePending },
    ...includeTests === void 0 ? {} : { includeTests }
  };
}
function totalsOf({
  totals,
  totalsFrom,
  rates: file,
  baseCurrency: base
}) {
  const both = file !== void 0 && base !== void 0 ? { file, base } : void 0;
  if (both !== void 0 || file === base) return { totals, totalsFrom, rates: both };
  const [given, missing] = file === void 0 ? ["--base-currency", "--rates"] : ["--rates", "--base-currency"];
  throw new UserError("usage", `${given} has no meaning without ${missing}`);
}

// packages/cli/src/commands/backfill-options.ts
function addBackfillOptions(command) {
  return addTotalsOptions(command).option("--partial-history", "compute totals although orders that were sent before are missing").option("--ltv-first", "send the newest order of each customer first").option("--no-mark", "leave out properties.backfill = true").option("--since <date>", "send only orders from then on").option("--until <date>", "send only orders before then").option("--status <list>", "send only orders with one of these: placed,refunded", orderStatuses).addOption(
    new Option5(
      "--lifecycle <events>",
      "the last status only, or placed and then the later one (default: final)"
    ).choices(["final", "full"])
  ).option("--max-requests <n>", "stop when so many requests have left", wholeNumber(1)).option("--until-time <hh:mm>", "stop at this time of the day", clockTime).option("--window <hh:mm-hh:mm>", "send only in these hours, wait outside of them", dailyWindow).option("--rate <n|off>", "requests a minute (default: 100)", rate).option("--concurrency <n>", "requests under way at once (default: 4)", wholeNumber(1)).option("--rejects <file>", "where rejected orders go").option("--dry-run", "read, check and plan, but send nothing").option("--full", "also send what has not changed since it was sent").option("--yes", "answer every question with yes; needed where nobody can be asked");
}
function backfillOptionsOf(files, flags, now) {
  const mode = flags.dryRun === true ? "dry-run" : "sync";
  return {
    input: orderChoicesOf(files, flags),
    mode,
    ...totalsOf(flags),
    passed: passedOf(flags, now),
    rejects: flags.rejects,
    mostListed: mostListed(mode, flags),
    connection: connectionOf(flags, flags.rate),
    stateDir: flags.stateDir
  };
}
function passedOf(flags, now) {
  const { since, until, status, lifecycle, timezone } = flags;
  const { maxRequests, untilTime, window, concurrency } = flags;
  return {
    mark: flags.mark,
    ltvFirst: flags.ltvFirst === true,
    partialHistory: flags.partialHistory === true,
    full: flags.full === true,
    ...since === void 0 ? {} : { since: momentOf("--since", since, timezone) },
    ...until === void 0 ? {} : { until: momentOf("--until", until, timezone) },
    ...status === void 0 ? {} : { status },
    ...lifecycle === void 0 ? {} : { lifecycle },
    ...maxRequests === void 0 ? {} : { maxRequests },
    ...untilTime === void 0 ? {} : { deadline: nextMoment(untilTime, now) },
    ...window === void 0 ? {} : { window },
    ...concurrency === void 0 ? {} : { concurrency }
  };
}

// packages/cli/src/commands/orders-backfill.ts
function addOrdersBackfill(orders, context) {
  const command = orders.command("backfill").description("Send a history of orders, with right lifetime totals. Asks first.");
  addBackfillOptions(addOrderFileOptions(command)).addHelpText("after", help7).action(async (files) => {
    await backfill(context, files, command.optsWithGlobals());
  });
}
async function backfill(context, files, flags) {
  const { io, secrets, err, out, end, argv } = context;
  const options = backfillOptionsOf(files, flags, io.clock.now());
  context.begin(files);
  const { backfillOrders } = await import("./backfill-orders-IW2HIOSU.js");
  const { LabelledLines } = await import("./labelled-A4BCV5EY.js");
  const { OrdersScreen } = await import("./orders-screen-VGNP3EYL.js");
  const { printOrdersReport } = await import("./orders-report-RLYGFZFA.js");
  const { filesLabel } = await import("./sync-lines-7XVKSKHV.js");
  const { mode } = options;
  const lines = new LabelledLines(err);
  lines.fit(filesLabel(files));
  const verbosity = { quiet: flags.quiet === true, verbose: flags.verbose === true };
  const answers = { yes: flags.yes === true, stdinTaken: files.includes("-") };
  const listener = new OrdersScreen(io, lines, {
    verbosity,
    answers,
    mark: flags.mark,
    window: flags.window
  });
  if (mode === "sync" && flags.sandbox === true && !verbosity.quiet) {
    lines.line("sandbox", "everything goes to a private sandbox in this process");
  }
  const around = { io, secrets, listener };
  const report = mode === "dry-run" ? await backfillOrders(options, around) : await sending(context, flags, {
    command: "orders backfill",
    warn: (sentence) => {
      listener.warned(sentence);
    },
    work: (folder, tell) => backfillOrders(options, { ...around, run: { folder, tell } }),
    summaryOf: ({ summary }) => summary
  });
  const { exitCode } = report.summary;
  if (!verbosity.quiet || exitCode !== exitCodes.ok) {
    printOrdersReport(report, lines, { mode, again: again(argv, files) });
  }
  if (flags.json === true) out.json(documentOf2(report, mode));
  end(exitCode);
}
function documentOf2({ summary, plan, rejects, rejectsFiles }, mode) {
  const more = rejectsFiles.length > 1 ? { rejectsFiles } : {};
  if (mode === "sync") return { ...summary, ...more };
  const { orders, customers, events, requests, milliseconds, requestsPerMinute } = plan;
  const pace = { milliseconds, requestsPerMinute: requestsPerMinute ?? null };
  return {
    ...summary,
    ...more,
    plan: { orders, customers, events, requests, ...pace },
    rejects: rejects.map(({ productId: orderId, ...reject }) => ({ ...reject, orderId }))
  };
}
var help7 = `
Lifetime totals override what Sequenzy has added up, so where they come from is said with --totals or --totals-from.
Files that carry the platform's own totals need neither. What was sent is remembered: run it again every night, or
whenever it stopped, and only orders that are new or have changed are sent, with the new totals.
Every order can start automations: pause them, or filter them by properties.backfill.

Examples:
  $ sequenzy-cli orders backfill orders_export.csv --totals computed --dry-run
  $ sequenzy-cli orders backfill orders_export.csv --totals computed --ltv-first
  $ sequenzy-cli orders backfill last-year.csv --totals-from customers.csv --yes
  $ sequenzy-cli orders backfill orders.csv --totals none --window 22:00-06:00 --yes

Exit codes: 0 all accepted or unchanged, 2 usage, unreadable input, no totals chosen, or no consent (nothing sent),
3 some orders rejected, 4 key or permission refused, 75 stopped early, a bound is reached, or another run is at work
(run it again), 130 interrupted, 1 a bug.`;

// packages/cli/src/commands/orders-verify.ts
function addOrdersVerify(orders, context) {
  const command = orders.command("verify").description("Read subscribers back and compare their totals with those that were sent.");
  addTotalsOptions(addOrderFileOptions(command)).option("--sample <n>", "customers to look at, one request each", wholeNumber(1), 20).addHelpText("after", help8).action(async (files) => {
    await verify(context, files, command.optsWithGlobals());
  });
}
async function verify(context, files, flags) {
  const { io, out, err, end } = context;
  const { sample } = flags;
  const options = { input: orderChoicesOf(files, flags), ...totalsOf(flags), sample };
  context.begin(files);
  const { verifyOrders } = await import("./verify-orders-CTOAVRO7.js");
  const { printTotalsDifferences, verifiedLine } = await import("./verify-view-YCAUUKC6.js");
  const { report, warnings } = await connected(context, flags, async ({ client, ...asking }) => {
    const { warn } = asking;
    return { report: await verifyOrders(options, { io, client, warn }), ...asking };
  });
  const isDifferent = report.differences.length > 0;
  const exitCode = isDifferent ? exitCodes.rejected : exitCodes.ok;
  if (flags.json === true) {
    const status = isDifferent ? "partial" : "completed";
    out.json({ command: "orders verify", status, exitCode, ...report, warnings, stoppedBy: null });
  } else {
    printTotalsDifferences(report, out, io.stdout.isTTY === true);
    if (flags.quiet !== true) err.line(verifiedLine(report));
  }
  end(exitCode);
}
var help8 = `
Compares with the totals that orders backfill sends with the same --totals, --totals-from and --rates. Without them: with
the platform's own where the files carry them, else with totals computed from the files, which must then hold every order
ever placed. Prints address, field, expected and found: a table on a terminal, else with tabs between them. Orders are
queued by the server: give it some seconds after a backfill.

Examples:
  $ sequenzy-cli orders verify orders_export.csv --sample 50
  $ sequenzy-cli orders verify last-year.csv --totals-from customers.csv

Exit codes: 0 no difference, 2 usage or unreadable input, 3 differences found, 4 key or permission refused,
75 stopped early, 130 interrupted, 1 a bug.`;

// packages/cli/src/run/events/event-kind.ts
var orderKind = {
  noun: "order",
  isIdempotent: true,
  check: (document) => checked(orderSchema.safeParse(document), document, (order) => ({
    key: order.orderId,
    send: (client, { signal }) => client.orders.push(order, { signal })
  }))
};
var checkoutKind = {
  noun: "checkout",
  isIdempotent: false,
  check: (document) => checked(checkoutSchema.safeParse(document), document, (checkout) => ({
    key: checkout.checkoutId,
    send: (client, options) => client.checkouts.track(checkout, options)
  }))
};
var backInStockKind = {
  noun: "request",
  isIdempotent: false,
  check: (document) => checked(
    backInStockRequestSchema.safeParse(document),
    document,
    (request) => ({
      key: request.productId,
      send: (client, options) => client.backInStock.register(request, options)
    })
  )
};
function checked(result, document, ready) {
  if (result.success) return { event: ready(result.data) };
  return { faults: faultsOf(result.error, document) };
}

// packages/cli/src/commands/push-events.ts
async function pushEvents(context, flags, { name, kind, file }) {
  const { io, out, err, end } = context;
  context.begin([file]);
  const { readDocuments } = await import("./documents-SZSEJIJT.js");
  const { checkEvents } = await import("./check-events-6Q37MZO5.js");
  const { exitCodeOf: exitCodeOf2, sendEvents } = await import("./send-events-26NHRS5T.js");
  const read2 = await readDocuments(file, io);
  const { events, faults } = checkEvents(read2, kind);
  if (faults.length > 0) {
    refuse(context, flags, { name, faults, read: read2.length });
    return;
  }
  const { result, warnings } = await connected(context, flags, async (asking) => ({
    result: await sendEvents(asking.client, events, {
      kind,
      replay: flags.replay === true,
      signal: io.interruption,
      onOutcome: (outcome) => {
        if (flags.quiet === true && outcome.status === "accepted") return;
        err.line(
          `${words2[outcome.status]}  ${outcome.key}${outcome.reason === void 0 ? "" : `  ${outcome.reason}`}`
        );
      }
    }),
    warnings: asking.warnings
  }));
  const exitCode = exitCodeOf2(result);
  const { stoppedBy } = result;
  if (stoppedBy !== void 0) {
    err.line(["red", "stopped"], `  ${stoppedBy.message}. ${stoppedBy.nextStep}`);
  }
  if (flags.json === true) out.json({ command: name, ...documentOf3(result), exitCode, warnings });
  end(exitCode);
}
function refuse({ out, err, end }, flags, { name, faults, read: read2 }) {
  const exitCode = exitCodes.usage;
  for (const { position, path, message } of faults) {
    err.line(["red", "invalid"], `  document ${String(position)}  ${path}  ${message}`);
  }
  const problem = {
    code: "validation",
    message: "The input does not fit the API",
    nextStep: "Correct it. Nothing was sent."
  };
  err.line(["red", "error"], `  ${problem.message}. ${problem.nextStep}`);
  if (flags.json === true) {
    const rejected = new Set(faults.map(({ position }) => position)).size;
    const records = { read: read2, accepted: 0, rejected, unknown: 0, notAttempted: read2 - rejected };
    const document = { command: name, status: "failed", exitCode, records, events: [], faults };
    out.json({ ...document, warnings: [], stoppedBy: problem });
  }
  end(exitCode);
}
var words2 = {
  accepted: "accepted",
  rejected: "rejected",
  unknown: "unknown",
  notAttempted: "not attempted"
};
function documentOf3({ outcomes, stoppedBy }) {
  const of = (status) => outcomes.filter((outcome) => outcome.status === status).length;
  const rejected = of("rejected");
  const finished = rejected > 0 ? "partial" : "completed";
  return {
    status: stoppedBy === void 0 ? finished : "stopped",
    records: {
      read: outcomes.length,
      accepted: of("accepted"),
      rejected,
      unknown: of("unknown"),
      notAttempted: of("notAttempted")
    },
    events: outcomes,
    stoppedBy: stoppedBy ?? null
  };
}

// packages/cli/src/commands/single-events.ts
function addOrdersPush(orders, context) {
  const command = orders.command("push").description("Push order events: one, or several one after the other.").argument("<file>", documents).addHelpText("after", help9("orders push order.json", repeatable)).action(async (file) => {
    await pushEvents(context, command.optsWithGlobals(), {
      name: "orders push",
      kind: orderKind,
      file
    });
  });
}
function addCheckouts(program, context) {
  const command = program.command("checkouts").description("Checkouts: track.").command("track").description("Record that checkouts were started.").argument("<file>", documents).option("--replay", replay).addHelpText("after", help9("checkouts track checkout.json", unrepeatable)).action(async (file) => {
    await pushEvents(context, command.optsWithGlobals(), {
      name: "checkouts track",
      kind: checkoutKind,
      file
    });
  });
}
function addBackInStock(program, context) {
  const command = program.command("back-in-stock").description("Back-in-stock requests: register.").command("register").description("Put customers on the waiting list of a product.").argument("<file>", documents).option("--replay", replay).addHelpText("after", help9("back-in-stock register request.json", unrepeatable)).action(async (file) => {
    await pushEvents(context, command.optsWithGlobals(), {
      name: "back-in-stock register",
      kind: backInStockKind,
      file
    });
  });
}
var documents = "JSON: one document, an array, or one document a line; - is standard input";
var replay = "send again after a failure that leaves open whether it arrived: may fire twice";
var repeatable = "Pushing an order twice never counts it twice, so every failure that may pass is repeated.";
var unrepeatable = "Twice would be two events: a failure that leaves open whether it arrived is not repeated without --replay.";
function help9(example, repeating) {
  return `
Documents have the fields of the API. All are checked first: nothing is sent while one of them has a fault.
${repeating}

Examples:
  $ sequenzy-cli ${example}
  $ sequenzy-cli ${example.replace(/\S+$/, "-")} --json < events.ndjson

Exit codes: 0 all accepted, 2 usage or invalid input (nothing sent), 3 the server refused some, 4 key or permission
refused, 75 stopped early, or it is not known whether one arrived, 130 interrupted, 1 a bug.`;
}

// packages/cli/src/commands/orders.ts
function addOrders(program, context) {
  const orders = program.command("orders").description("Orders: backfill, push, verify.");
  addOrdersBackfill(orders, context);
  addOrdersPush(orders, context);
  addOrdersVerify(orders, context);
}

// packages/cli/src/commands/runs-watch.ts
function addRunsWatch(runs, context) {
  const command = runs.command("watch").description("Show how far a running command is, until it ends.").argument("[id]", "its id or the beginning of it (default: the newest that is running)").addHelpText("after", help10).action(async (id) => {
    await watch(context, command.optsWithGlobals(), id);
  });
}
async function watch({ io, out, err, end }, flags, id) {
  const { watchRun } = await import("./watch-run-CYP56O5H.js");
  const { statusOf: statusOf2 } = await import("./run-record-BZ6CAWV4.js");
  const { stateFolderPath } = await import("./state-folder-KSVPH2MF.js");
  const { printRun } = await import("./runs-view-6ITW5Z2I.js");
  const { progressLine } = await import("./progress-line-HB3XPVQX.js");
  let last = "";
  const run4 = await watchRun(stateFolderPath(flags, io.env), id, {
    io,
    onLook: (looked) => {
      const line = progressLine(looked);
      if (flags.quiet !== true && line !== last) err.line(line);
      last = line;
    }
  });
  if (flags.json === true) {
    const document = { ...run4, status: statusOf2(run4) };
    const exitCode = exitCodes.ok;
    out.json({ command: "runs watch", status: "completed", exitCode, run: document });
  } else {
    printRun(run4, out);
  }
  end(exitCodes.ok);
}
var help10 = `
Looks at the record of the run once a second, from any terminal of this machine, and shows the run when it has ended.

Examples:
  $ sequenzy-cli runs watch
  $ sequenzy-cli runs watch 20260302-0930

Exit codes: 0 the run has ended, 2 usage, 3 there is no such run or none is running, 130 interrupted, 1 a bug.`;

// packages/cli/src/commands/runs.ts
function addRuns(program, context) {
  const command = program.command("runs").description("List past runs, the newest first: when, what, how it ended, figures.").option("--limit <n|all>", "how many at most", limit, 20).addHelpText("after", help11).action(async () => {
    await list2(context, command.optsWithGlobals());
  });
  const show = command.command("show").description("Show one run.").argument("<id>", "its id, the beginning of it, or latest").addHelpText("after", help11).action(async (id) => {
    await showRun(context, show.optsWithGlobals(), id);
  });
  addRunsWatch(command, context);
}
async function list2({ io, out, err, end }, flags) {
  const { listRuns } = await import("./find-run-KZFINYDJ.js");
  const { statusOf: statusOf2 } = await import("./run-record-BZ6CAWV4.js");
  const { stateFolderPath } = await import("./state-folder-KSVPH2MF.js");
  const { printRuns } = await import("./runs-view-6ITW5Z2I.js");
  const found = await listRuns(stateFolderPath(flags, io.env), flags.limit);
  if (flags.json === true) {
    const runs = found.map((run4) => ({ ...run4, status: statusOf2(run4) }));
    out.json({ command: "runs", status: "completed", exitCode: exitCodes.ok, runs });
  } else {
    printRuns(found, out, io.stdout.isTTY === true);
    if (found.length === 0 && flags.quiet !== true) err.line("There are no runs yet.");
  }
  end(exitCodes.ok);
}
async function showRun({ io, out, end }, flags, id) {
  const { findRun } = await import("./find-run-KZFINYDJ.js");
  const { statusOf: statusOf2 } = await import("./run-record-BZ6CAWV4.js");
  const { stateFolderPath } = await import("./state-folder-KSVPH2MF.js");
  const { printRun } = await import("./runs-view-6ITW5Z2I.js");
  const found = await findRun(stateFolderPath(flags, io.env), id);
  if (flags.json === true) {
    const run4 = { ...found, status: statusOf2(found) };
    out.json({ command: "runs show", status: "completed", exitCode: exitCodes.ok, run: run4 });
  } else {
    printRun(found, out);
  }
  end(exitCodes.ok);
}
var help11 = `
The newest 200 runs of commands that send something are kept in the state folder. One that has no end and whose
process is gone was killed.

Examples:
  $ sequenzy-cli runs
  $ sequenzy-cli runs show latest --json

Exit codes: 0 done, 2 usage, 3 there is no such run, 1 a bug.`;

// packages/cli/src/commands/sandbox.ts
function addSandbox(program, context) {
  const command = program.command("sandbox").description("Serve the API from memory on this machine, until Ctrl-C.").option("--port <n>", "port to listen on; 0 takes a free one", port, 4010).option("--rate-limit", "enforce the real limits: 100 requests a minute, 20 a second").addHelpText("after", help12).action(async () => {
    await serve(context, command.optsWithGlobals());
  });
}
async function serve({ io, out, err, end }, flags) {
  const { createSandbox } = await import("sequenzy-sandbox");
  const { listen } = await import("sequenzy-sandbox/server");
  const { sandboxKey } = await import("./private-sandbox-PDETLFVX.js");
  const { reasonOf } = await import("./system-error-J5J6UMR7.js");
  const companies = flags.company === void 0 ? {} : { companies: [flags.company] };
  const sandbox = createSandbox({
    apiKey: [{ key: sandboxKey, ...companies }],
    rateLimit: flags.rateLimit === true
  });
  const server = await listen(sandbox, { port: flags.port }).catch((error) => {
    const problem = `Port ${String(flags.port)} cannot be had (${reasonOf(error)})`;
    throw new UserError("port", problem, "Name another one: --port 0 takes a free one.");
  });
  if (flags.json === true) {
    const { url } = server;
    out.json({ command: "sandbox", status: "listening", exitCode: 0, url, apiKey: sandboxKey });
  } else {
    out.line(`export SEQUENZY_API_URL=${server.url}`);
    out.line(`export SEQUENZY_API_KEY=${sandboxKey}`);
  }
  if (flags.quiet !== true) {
    err.line(`The sandbox listens at ${server.url} and forgets everything at its end: Ctrl-C.`);
  }
  await aborted(io.interruption);
  await server.close();
  end(exitCodes.ok);
}
function aborted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => {
      resolve();
    });
  });
}
var help12 = `
Paste the two lines it prints into another terminal, and every command there talks to it.

Examples:
  $ sequenzy-cli sandbox
  $ sequenzy-cli sandbox --port 0 --rate-limit --json

Exit codes: 0 ended by Ctrl-C, 2 usage or the port is in use, 1 a bug.`;

// packages/cli/src/commands/program.ts
function buildProgram(context) {
  const program = new Command("sequenzy-cli").description("Feeds Sequenzy from the exports of a shop. Independent of the vendor.").version("0.0.0").exitOverride().configureHelp({ showGlobalOptions: true }).configureOutput({
    writeOut: (text) => {
      context.out.text(text);
    },
    writeErr: (text) => {
      context.err.text(text);
    },
    // Usage errors are thrown, and told where all errors are.
    outputError: () => void 0
  }).addHelpText("after", help13);
  addGlobalOptions(program);
  const catalog = program.command("catalog").description("Products: sync, check, diff, stock, list, get, delete.");
  addCatalogSync(catalog, context);
  addCatalogCheck(catalog, context);
  addCatalogDiff(catalog, context);
  addCatalogStock(catalog, context);
  addCatalogList(catalog, context);
  addCatalogGet(catalog, context);
  addCatalogDelete(catalog, context);
  addOrders(program, context);
  addCheckouts(program, context);
  addBackInStock(program, context);
  addRuns(program, context);
  addDoctor(program, context);
  addSandbox(program, context);
  return program;
}
var help13 = `
Examples:
  $ sequenzy-cli catalog check products.csv
  $ sequenzy-cli --sandbox catalog sync products.csv
  $ SEQUENZY_API_KEY=\u2026 sequenzy-cli catalog sync products.csv

The key comes from SEQUENZY_API_KEY or --api-key-file, never from an argument.`;
export {
  buildProgram
};
