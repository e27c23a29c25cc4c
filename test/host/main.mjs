// The host suite alone: npm run test:host [-- PART OF A FILE'S NAME]
import { runHostSuite } from "./runHostSuite.mjs";

const { passed, failed } = await runHostSuite(process.argv[2]);
console.log(`${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
