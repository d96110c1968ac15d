import {
  openPrivateSandbox,
  sandboxKey
} from "./chunk-DEKBMCEH.js";
export {
  openPrivateSandbox,
  sandboxKey
};
