import {
  verboseHooks
} from "./chunk-E5LWQHUI.js";
import "./chunk-F2HUCAMP.js";
export {
  verboseHooks
};
