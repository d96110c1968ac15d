import {
  parseRun,
  statusOf
} from "./chunk-EG4TNTAE.js";
export {
  parseRun,
  statusOf
};
