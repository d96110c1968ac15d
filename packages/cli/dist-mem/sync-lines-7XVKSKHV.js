import {
  checkedLine,
  figuresLine,
  filesLabel,
  openedLine,
  rejectLines
} from "./chunk-A5CO6ZBL.js";
import "./chunk-TE4LNMOM.js";
import "./chunk-F2HUCAMP.js";
export {
  checkedLine,
  figuresLine,
  filesLabel,
  openedLine,
  rejectLines
};
