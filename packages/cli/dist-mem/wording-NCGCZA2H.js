import {
  count,
  duration,
  number,
  wholeDuration
} from "./chunk-F2HUCAMP.js";
export {
  count,
  duration,
  number,
  wholeDuration
};
