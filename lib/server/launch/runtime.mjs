/**
 * Refuses to start on any Node but the one that package.json pins.
 *
 * Plain JavaScript, because the Node that reads this may be too old to read TypeScript. `npm run …` puts
 * node_modules/.bin first on the PATH, so the pinned Node runs this whatever Node started npm.
 */
import { readFileSync } from "node:fs";

const manifest = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
const wanted = manifest.dependencies.node;
const [major, minor] = process.versions.node.split(".").map(Number);
const [wantedMajor, wantedMinor] = wanted.split(".").map(Number);

if (major !== wantedMajor || minor < wantedMinor) {
  console.error(
    `Carthen runs on Node ${wanted}, which npm installs beside it, but this is Node ${process.versions.node}. ` +
      "Run `npm ci` again (with install scripts allowed: the package `node` fetches its binary in one) and start with `npm start`.",
  );
  process.exit(1);
}
