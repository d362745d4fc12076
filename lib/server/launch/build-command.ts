/** `npm run build`: makes what `npm start` would make from source, for an image that is built once and started often. */
import path from "node:path";

import { buildPages, generateClient } from "./build.ts";

const project = path.resolve(import.meta.dirname, "../../..");
await generateClient(project, console.log);
await buildPages(project, console.log);
