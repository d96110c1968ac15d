import {
  UserError,
  interrupted
} from "./chunk-COUJ7UXY.js";
import "./chunk-7ZYDWGGZ.js";
export {
  UserError,
  interrupted
};
