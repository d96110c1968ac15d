import {
  asUserError,
  canCarryOn,
  interruption,
  runAgain,
  stopReason
} from "./chunk-JGPZPF3S.js";
import "./chunk-COUJ7UXY.js";
import "./chunk-7ZYDWGGZ.js";
export {
  asUserError,
  canCarryOn,
  interruption,
  runAgain,
  stopReason
};
