import {
  findRun,
  listRuns
} from "./chunk-KGP5XJKT.js";
import "./chunk-MX6P75DG.js";
import "./chunk-EG4TNTAE.js";
import "./chunk-BL2IST24.js";
import "./chunk-LVGUOO64.js";
import "./chunk-COUJ7UXY.js";
import "./chunk-7ZYDWGGZ.js";
export {
  findRun,
  listRuns
};
