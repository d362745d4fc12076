/**
 * For Prisma's command line only: `prisma generate`, `validate` and `format`.
 *
 * They ask for a "schema engine" that they never use and that a closed network cannot fetch; any program satisfies
 * them. For the same reason no `prisma migrate` command works here: lib/server/launch/migrate.ts applies migrations.
 */
import { defineConfig } from "prisma/config";

process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://nobody@localhost:1/none" },
});
