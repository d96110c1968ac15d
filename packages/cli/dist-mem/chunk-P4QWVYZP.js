import {
  UserError
} from "./chunk-COUJ7UXY.js";

// packages/cli/src/run/orders/totals-choice.ts
var totalsChoices = {
  computed: "the files hold every order ever placed: totals are added up from them",
  columns: "the files carry the platform\u2019s own totals (the default where they do)",
  none: "orders are sent without totals, and Sequenzy adds up what it is sent"
};
async function chosenTotals(named, { hasTotals }, ask) {
  const choice = named ?? (hasTotals ? "columns" : await ask());
  if (choice === void 0) throw notChosen();
  if (choice === "columns" && !hasTotals) {
    throw new UserError(
      "no-totals",
      "--totals columns: the files carry no lifetime totals",
      "Use --totals computed, --totals none or --totals-from customers.csv."
    );
  }
  return choice;
}
function notChosen() {
  const choices = Object.entries(totalsChoices).map(
    ([name, meaning]) => `
  --totals ${name.padEnd(9)} ${meaning}`
  );
  return new UserError(
    "totals",
    "Lifetime totals override what Sequenzy has added up, so where they come from has to be said",
    `Nothing was sent. Pass one of:${choices.join("")}
  --totals-from <customers.csv>  a customer export with lifetime totals, for a part of the history`
  );
}

export {
  totalsChoices,
  chosenTotals
};
