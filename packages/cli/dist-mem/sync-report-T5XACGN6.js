import {
  headingOf,
  printRejects,
  printStop,
  printSyncReport
} from "./chunk-CRCTWT5K.js";
import "./chunk-JZ5CTFWR.js";
import "./chunk-A5CO6ZBL.js";
import "./chunk-3HUHGKSF.js";
import "./chunk-TE4LNMOM.js";
import "./chunk-JGPZPF3S.js";
import "./chunk-COUJ7UXY.js";
import "./chunk-7ZYDWGGZ.js";
import "./chunk-F2HUCAMP.js";
export {
  headingOf,
  printRejects,
  printStop,
  printSyncReport
};
