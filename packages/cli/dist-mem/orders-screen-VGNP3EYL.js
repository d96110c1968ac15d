import {
  openedOrdersLine,
  ordersPlanLine
} from "./chunk-ISA4WWIC.js";
import {
  totalsChoices
} from "./chunk-P4QWVYZP.js";
import {
  SyncScreen
} from "./chunk-AMC5QMO2.js";
import "./chunk-JZ5CTFWR.js";
import "./chunk-A5CO6ZBL.js";
import {
  ask,
  canAsk,
  confirm
} from "./chunk-QOBQP7IT.js";
import "./chunk-3HUHGKSF.js";
import "./chunk-TE4LNMOM.js";
import "./chunk-35QE7VRU.js";
import "./chunk-G54C5IG2.js";
import "./chunk-COUJ7UXY.js";
import "./chunk-7ZYDWGGZ.js";
import "./chunk-E5LWQHUI.js";
import {
  count
} from "./chunk-F2HUCAMP.js";

// packages/cli/src/terminal/orders-screen.ts
var OrdersScreen = class {
  hooks;
  #io;
  #lines;
  #options;
  #screen;
  constructor(io, lines, options) {
    this.#io = io;
    this.#lines = lines;
    this.#options = options;
    this.#screen = new SyncScreen(io, lines, options.verbosity, options.answers);
    this.hooks = this.#screen.hooks;
  }
  warned(sentence) {
    this.#screen.warned(sentence);
  }
  opened(orders) {
    this.#screen.introduced(orders, openedOrdersLine(orders));
  }
  planned(plan) {
    if (this.#options.verbosity.quiet) return;
    this.#lines.line("plan", ordersPlanLine(plan, this.#io.clock.now(), this.#options.window));
    if (plan.orders === 0) return;
    const filter = this.#options.mark ? "each carries properties.backfill = true to filter by" : "none carries a mark to filter by";
    this.#lines.line("automations", `every order can start them; ${filter}`);
  }
  async chooseTotals() {
    if (!canAsk(this.#io, this.#options.answers)) return void 0;
    const names = Object.keys(totalsChoices);
    const offered = names.filter((name) => name !== "columns");
    this.#lines.line("totals", "Where do the customers\u2019 lifetime totals come from?");
    for (const name of offered) this.#lines.line(name, totalsChoices[name]);
    const answer = await ask(`${offered.join(" or ")}? `, this.#io);
    return offered.find((name) => name === answer.toLowerCase());
  }
  async maySend({ orders }) {
    const { answers } = this.#options;
    if (!answers.yes && !canAsk(this.#io, answers)) return "nobody to ask";
    const question = `Send ${count(orders, "order")}? Every one can start automations.`;
    return await confirm(question, this.#io, answers) ? "given" : "refused";
  }
  sending(sending) {
    this.#screen.sending(sending);
  }
  progressed(progress) {
    this.#screen.progressed(progress);
  }
  settled() {
    this.#screen.settled();
  }
  mayReplace(file) {
    return this.#screen.mayReplace(file);
  }
};
export {
  OrdersScreen
};
