import { writeFileSync } from "node:fs";
import { BUNDLE, COMMITS, buildHistory } from "./history.js";

const commits = buildHistory(BUNDLE);
writeFileSync(COMMITS, `${JSON.stringify(commits, null, 2)}\n`);
process.stdout.write(`storefront.bundle: v1 ${commits.v1}, v2 ${commits.v2}\n`);
