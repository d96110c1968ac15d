import {
  canAsk,
  confirm
} from "./chunk-QOBQP7IT.js";
import "./chunk-35QE7VRU.js";
import "./chunk-COUJ7UXY.js";
import "./chunk-7ZYDWGGZ.js";
export {
  canAsk,
  confirm
};
