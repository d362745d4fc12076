import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withMessages = createNextIntlPlugin("./lib/client/i18n/request.ts");

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types; `npm start` on a bare machine should not do it again.
  typescript: { ignoreBuildErrors: true },
  typedRoutes: false,
  // Native parts and parts that exist once stay outside the bundle.
  serverExternalPackages: ["@node-rs/argon2", "@prisma/client", "@prisma/adapter-pg", "pg", "postgres", "pino", "ws"],
  devIndicators: false,
};

export default withMessages(config);
