import {
  baseUrlOf,
  connect,
  offlineIdentity,
  offlineOrigin
} from "./chunk-7VJ2FQSH.js";
import "./chunk-G54C5IG2.js";
import "./chunk-LVGUOO64.js";
import "./chunk-DEKBMCEH.js";
import "./chunk-COUJ7UXY.js";
import "./chunk-7ZYDWGGZ.js";
export {
  baseUrlOf,
  connect,
  offlineIdentity,
  offlineOrigin
};
