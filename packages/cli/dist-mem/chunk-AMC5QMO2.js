import {
  deletionQuestion,
  goneLine,
  planLine,
  restocksLine
} from "./chunk-JZ5CTFWR.js";
import {
  filesLabel,
  openedLine
} from "./chunk-A5CO6ZBL.js";
import {
  canAsk,
  confirm
} from "./chunk-QOBQP7IT.js";
import {
  timeLeft
} from "./chunk-G54C5IG2.js";
import {
  verboseHooks
} from "./chunk-E5LWQHUI.js";
import {
  count,
  number,
  wholeDuration
} from "./chunk-F2HUCAMP.js";

// packages/cli/src/terminal/live-bar.ts
import { SingleBar } from "cli-progress";
var barWidth = 20;
var worthSaying = 1100;
var LiveBar = class {
  #output;
  #clock;
  #sending;
  #startedAt;
  #progress;
  #bar;
  constructor(output, clock, sending) {
    this.#output = output;
    this.#clock = clock;
    this.#sending = sending;
    this.#startedAt = clock.monotonic();
    this.#show();
  }
  update(progress) {
    this.#progress = progress;
    this.#bar?.update(settledOf(progress));
  }
  /** Writes something above the bar. */
  above(write) {
    this.#stop({ clear: true });
    write();
    this.#show();
  }
  /** Leaves the last state standing. */
  end() {
    this.#stop({ clear: false });
  }
  #show() {
    this.#bar = new SingleBar({
      stream: this.#output,
      format: (_options, { progress }) => this.#line(progress),
      // Cut to the width instead of switching the terminal's wrapping off: a killed process leaves it as it was.
      linewrap: true,
      forceRedraw: true,
      clearOnComplete: true,
      gracefulExit: false
    });
    const done = this.#progress === void 0 ? 0 : settledOf(this.#progress);
    this.#bar.start(this.#sending.plan.products, done);
  }
  #stop({ clear }) {
    if (this.#bar === void 0) return;
    this.#bar.stop();
    this.#bar = void 0;
    if (!clear) this.#output.write(`${this.#line(this.#share())}
`);
  }
  #share() {
    const { products } = this.#sending.plan;
    return this.#progress === void 0 ? 0 : settledOf(this.#progress) / products;
  }
  #line(share) {
    const { plan, rate, limiter } = this.#sending;
    const done = this.#progress === void 0 ? 0 : settledOf(this.#progress);
    const sent = this.#progress?.requests.sent ?? 0;
    const full = Math.floor(Math.min(1, share) * barWidth);
    const parts = [
      `${"\u2588".repeat(full)}${"\u2591".repeat(barWidth - full)} ${percent(share)}`,
      `${number(done)}/${count(plan.products, plan.noun)}`
    ];
    const requests = count(sent, "request");
    if (done >= plan.products) return [...parts, requests].join("  ");
    const { reason, milliseconds } = limiter.explain();
    const left = timeLeft(sent, Math.max(1, plan.requests - sent), rate, milliseconds);
    if (milliseconds >= worthSaying)
      parts.push(`waiting ${wholeDuration(milliseconds)} (${why[reason]})`);
    else parts.push(requests, ...this.#speed(done));
    if (rate !== void 0) parts.push(`ETA ${wholeDuration(left)}`);
    return parts.join("  ").slice(0, this.#width - 1);
  }
  #speed(done) {
    const seconds = (this.#clock.monotonic() - this.#startedAt) / 1e3;
    return done > 0 && seconds >= 1 ? [`${number(Math.round(done / seconds))}/s`] : [];
  }
  /** Some terminals say 0. */
  get #width() {
    const { columns = 0 } = this.#output;
    return columns > 0 ? columns : 80;
  }
};
var why = {
  open: "answer",
  second: "limit",
  minute: "limit",
  paused: "server asks"
};
function percent(share) {
  return `${String(Math.floor(Math.min(1, share) * 100)).padStart(3)}%`;
}
function settledOf({ records }) {
  return records.accepted + records.rejected;
}

// packages/cli/src/terminal/sync-screen.ts
var silence = 6e4;
var SyncScreen = class {
  hooks;
  #io;
  #lines;
  #verbosity;
  #answers;
  #sending;
  #bar;
  #spokeAt = 0;
  constructor(io, lines, verbosity, answers) {
    this.#io = io;
    this.#lines = lines;
    this.#verbosity = verbosity;
    this.#answers = answers;
    this.hooks = verbosity.verbose ? verboseHooks((text) => {
      this.#say(["", text]);
    }) : {};
    io.interruption.addEventListener("abort", () => {
      if (this.#sending === void 0) return;
      this.#say(["stopping", "finishing what is under way; Ctrl-C again stops at once"]);
    });
  }
  warned(sentence) {
    this.#say([["yellow", "warning"], sentence]);
  }
  opened(catalog) {
    this.introduced(catalog, openedLine(catalog));
  }
  /** What the input is, in words, and what is odd about it. */
  introduced({ files, warnings }, description) {
    const label = filesLabel(files);
    this.#lines.fit(label);
    this.#say([label, description]);
    for (const warning of warnings) this.warned(warning);
  }
  planned(plan) {
    this.#say(["plan", planLine(plan)]);
    const { products, variants } = plan.restocks;
    if (products + variants > 0) this.#say(["restocks", restocksLine(plan.restocks)]);
    if (plan.gone !== void 0 && plan.gone.count > 0) {
      this.#say(["to delete", goneLine(plan.gone)]);
    }
  }
  sending(sending) {
    this.#sending = sending;
    this.#spokeAt = this.#io.clock.monotonic();
    const live = this.#io.stderr.isTTY === true && !this.#verbosity.quiet;
    if (live && sending.plan.requests > 0) {
      this.#bar = new LiveBar(this.#io.stderr, this.#io.clock, sending);
    }
  }
  progressed(progress) {
    this.#bar?.update(progress);
    const now = this.#io.clock.monotonic();
    if (this.#bar !== void 0 || now - this.#spokeAt < silence) return;
    this.#spokeAt = now;
    const { accepted, rejected } = progress.records;
    const { products = 0, noun = "product" } = this.#sending?.plan ?? {};
    const of = count(products, noun);
    const sent = count(progress.requests.sent, "request");
    this.#say(["sending", `${number(accepted + rejected)}/${of}, ${sent}`]);
  }
  deleted(products, of) {
    const now = this.#io.clock.monotonic();
    if (products < of && now - this.#spokeAt < silence) return;
    this.#spokeAt = now;
    this.#say(["deleted", `${number(products)}/${count(of, "product")}`]);
  }
  settled() {
    this.#bar?.end();
    this.#bar = void 0;
    this.#sending = void 0;
  }
  mayReplace(file) {
    return confirm(
      `${file} exists and is not a rejects file. Replace it?`,
      this.#io,
      this.#answers
    );
  }
  async mayDelete(gone) {
    if (!this.#answers.yes && !canAsk(this.#io, this.#answers)) return "nobody to ask";
    const yes = await confirm(deletionQuestion(gone), this.#io, this.#answers);
    return yes ? "given" : "refused";
  }
  #say([label, text]) {
    if (this.#verbosity.quiet) return;
    const write = () => {
      this.#lines.line(label, text);
    };
    if (this.#bar === void 0) write();
    else this.#bar.above(write);
  }
};

export {
  SyncScreen
};
