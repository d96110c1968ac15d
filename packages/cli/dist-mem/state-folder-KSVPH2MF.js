import {
  openStateFolder,
  stateFolderPath,
  unusableState
} from "./chunk-HJQBONZ3.js";
import "./chunk-LVGUOO64.js";
import "./chunk-COUJ7UXY.js";
import "./chunk-7ZYDWGGZ.js";
export {
  openStateFolder,
  stateFolderPath,
  unusableState
};
