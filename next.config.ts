import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withMessages = createNextIntlPlugin("./lib/client/i18n/request.ts");

// The benchmark's own build knows one thing more (lib/client/board/bench.ts) and lies in a folder of its own, so that
// neither build is ever taken for the other. The folders: lib/server/launch/build.ts.
const bench = process.env["CARTHEN_BENCH"] === "1";

const config: NextConfig = {
  distDir: bench ? ".next-bench" : ".next",
  compiler: { define: { CARTHEN_BENCH: bench } },
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types; `npm start` on a bare machine should not do it again.
  typescript: { ignoreBuildErrors: true },
  typedRoutes: false,
  // A page asks for its scripts six at a time; joined, the board's are 11, not 34. Where every request passes through
  // another program, the board is shown a tenth sooner. The price is code that lies in more than one script: a tour of
  // every page fetches a quarter more, once.
  experimental: { turbopackChunking: { minChunkSize: 500_000, maxMergeChunkSize: 2_000_000 } },
  // Native parts and parts that exist once stay outside the bundle.
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/client",
    "@prisma/adapter-pg",
    "pg",
    "postgres",
    "pino",
    "unpdf",
    "ws",
  ],
  devIndicators: false,
};

export default withMessages(config);
