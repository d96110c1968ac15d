import {
  isFull,
  reasonOf,
  systemCode
} from "./chunk-LVGUOO64.js";
export {
  isFull,
  reasonOf,
  systemCode
};
