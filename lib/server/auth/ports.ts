/** Hands the use cases around accounts the real world: the database, the hashes, the study's write path. */
import { randomUUID } from "node:crypto";
import type { Ports as AccountPorts } from "../handle/account.ts";
import type { Ports as MembershipPorts } from "../handle/membership.ts";
import { registry } from "../registry.ts";
import { accounts } from "../store/account.ts";
import { links } from "../store/link.ts";
import { members } from "../store/member.ts";
import { endAll } from "./ended.ts";
import { checkPassword, hashPassword } from "./password.ts";
import { hashToken, makeToken } from "./token.ts";

export function accountPorts(): AccountPorts {
  const { db } = registry();
  return { accounts: accounts(db), sessions: { endAll }, links: links(db), hashPassword, checkPassword };
}

export function membershipPorts(): MembershipPorts {
  const { db, writer } = registry();
  return {
    links: links(db),
    members: members(db),
    accounts: accounts(db),
    makeToken,
    hashToken,
    setMember: async (study, by, person, role) => {
      const item = {
        cmdId: randomUUID(),
        person: by,
        command: { kind: "member.set" as const, person, role },
        phrases: [],
        names: [],
      };
      const [outcome] = await writer.submit(study, [item]);
      return outcome !== undefined && !("refused" in outcome);
    },
  };
}
