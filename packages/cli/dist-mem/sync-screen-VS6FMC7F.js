import {
  SyncScreen
} from "./chunk-AMC5QMO2.js";
import "./chunk-JZ5CTFWR.js";
import "./chunk-A5CO6ZBL.js";
import "./chunk-QOBQP7IT.js";
import "./chunk-3HUHGKSF.js";
import "./chunk-TE4LNMOM.js";
import "./chunk-35QE7VRU.js";
import "./chunk-G54C5IG2.js";
import "./chunk-COUJ7UXY.js";
import "./chunk-7ZYDWGGZ.js";
import "./chunk-E5LWQHUI.js";
import "./chunk-F2HUCAMP.js";
export {
  SyncScreen
};
