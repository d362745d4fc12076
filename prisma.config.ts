/**
 * Prisma's own configuration. `generate` wants to download an engine that it does not use for the TypeScript
 * client; pointing it at a program that exists keeps it from trying. Migrations never go through Prisma's
 * commands (with this set they would do nothing and say that all is well): lib/server/launch applies them.
 */
import { defineConfig } from "prisma/config";

process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://127.0.0.1/none" },
});
