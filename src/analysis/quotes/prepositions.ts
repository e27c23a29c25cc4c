import { WordClass } from "./wordClasses.js";

/** What a noun ends before, and what more is said of it begins with: "a nurse from Oslo", "the head of the board". */
export const PREPOSITIONS: readonly WordClass[] = [
  WordClass.Of,
  WordClass.For,
  WordClass.Preposition,
  WordClass.By,
  WordClass.With,
  WordClass.About,
  WordClass.To,
];
