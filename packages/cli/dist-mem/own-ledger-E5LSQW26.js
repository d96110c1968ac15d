import {
  openLedger,
  openLedgerToRead
} from "./chunk-HJYQMYOQ.js";
import "./chunk-BL2IST24.js";
import "./chunk-HJQBONZ3.js";
import "./chunk-LVGUOO64.js";
import "./chunk-JGPZPF3S.js";
import "./chunk-COUJ7UXY.js";
import "./chunk-7ZYDWGGZ.js";
export {
  openLedger,
  openLedgerToRead
};
