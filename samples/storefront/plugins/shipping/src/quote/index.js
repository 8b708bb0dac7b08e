export * from "./ask.js";
export * from "./weigh.js";
