import {
  deleteProducts
} from "./chunk-C2L6YS7Y.js";
import "./chunk-JGPZPF3S.js";
import "./chunk-COUJ7UXY.js";
import "./chunk-7ZYDWGGZ.js";
export {
  deleteProducts
};
