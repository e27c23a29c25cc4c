import { setFlagsFromString } from "node:v8";

/**
 * Has V8 optimise a function when it has run three times as long as V8 waits by itself: a command mostly runs for a second or a few, of
 * which the optimising compiler otherwise takes more than it gives back. The flag holds for the whole process, which is why the command
 * line alone sets it, whose process is its own. To be imported before what it is for.
 */
setFlagsFromString("--interrupt-budget=200000");
