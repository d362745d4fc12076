/** One embedded PostgreSQL for all data tests: started before the first, with a migrated template to copy from. */
import path from "node:path";
import type { TestProject } from "vitest/node";

import { startDatabase } from "#lib/server/launch/database.ts";
import { migrate, readMigrations } from "#lib/server/launch/migrate.ts";
import { makeFolder } from "./folder.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Connection string of the migrated template, as its owner. */
    template: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, remove } = makeFolder("cluster");
  const database = await startDatabase({ project: process.cwd(), data: folder, say: () => undefined });
  await migrate(database.url, readMigrations(path.join(process.cwd(), "prisma/migrations")), () => undefined);
  project.provide("template", database.url);
  return async () => {
    await database.stop();
    remove();
  };
}
