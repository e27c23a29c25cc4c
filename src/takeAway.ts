/** What takes reviews away and brings annotations in: a bundle of its own, loaded when it is asked for first. */
export { exportDocuments } from "./commands/exporting.js";
export { importAnnotations } from "./commands/importing.js";
