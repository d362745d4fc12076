/** `npm run user -- list | reset <e-mail> | disable <e-mail> | enable <e-mail>` */
import { randomUUID } from "node:crypto";

import { hashToken, makeToken } from "../auth/token.ts";
import { makeClient } from "../store/client.ts";
import { links } from "../store/link.ts";
import { command } from "./reach.ts";
import { Stop } from "./stop.ts";

const hours = 24;

await command(async ({ config, url }, [what, email, ...more]) => {
  const db = makeClient(url);
  try {
    if (what === "list" && email === undefined) {
      const users = await db.appUser.findMany({ where: { passwordHash: { not: null } }, orderBy: { email: "asc" } });
      for (const user of users) console.log(`${user.email}\t${user.name}${user.disabledAt ? "\t(disabled)" : ""}`);
      return;
    }
    if (!what || !["reset", "disable", "enable"].includes(what) || email === undefined || more.length > 0) {
      throw new Stop("Say what to do: npm run user -- list, or reset, disable or enable with an e-mail address.");
    }
    const user = await db.appUser.findFirst({ where: { email: { equals: email, mode: "insensitive" } } });
    if (!user) throw new Stop(`Nobody has the address ${email}.`);
    if (what === "reset") {
      const token = makeToken();
      const expiresAt = new Date(Date.now() + hours * 3_600_000);
      await links(db).reset({ id: randomUUID(), hash: hashToken(token), person: user.id, by: null, expiresAt });
      console.log(`Send this to ${user.name}; it works once, for ${hours} hours: ${config.url}/reset/${token}`);
      return;
    }
    await db.appUser.update({ where: { id: user.id }, data: { disabledAt: what === "disable" ? new Date() : null } });
    if (what === "disable")
      await db.session.updateMany({ where: { userId: user.id, endedAt: null }, data: { endedAt: new Date() } });
    console.log(`${user.name} can ${what === "disable" ? "no longer" : "again"} sign in.`);
  } finally {
    await db.$disconnect();
  }
});
