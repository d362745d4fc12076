/** Accounts, sign-ins and links on a real database, with the study's own write path. */
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkPassword, hashPassword } from "#lib/server/auth/password.ts";
import { unusedSince } from "#lib/server/auth/session-limits.ts";
import { hashToken, makeToken } from "#lib/server/auth/token.ts";
import { changePassword, makeAccount, resetPassword, setUp } from "#lib/server/handle/account.ts";
import type { Ports as AccountPorts } from "#lib/server/handle/account.ts";
import { foundStudy } from "#lib/server/handle/found.ts";
import { invite, join, makeReset } from "#lib/server/handle/membership.ts";
import type { Ports as MembershipPorts } from "#lib/server/handle/membership.ts";
import { makeWriter } from "#lib/server/handle/writer.ts";
import { accounts } from "#lib/server/store/account.ts";
import { commit } from "#lib/server/store/commit.ts";
import { eraseStudy, makeStudy } from "#lib/server/store/found.ts";
import { links } from "#lib/server/store/link.ts";
import { members } from "#lib/server/store/member.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { sessions } from "#lib/server/store/session.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";

let fresh: FreshDatabase;
let account: AccountPorts;
let membership: MembershipPorts;
let writer: ReturnType<typeof makeWriter>;
beforeAll(async () => {
  fresh = await freshDatabase();
  const { db } = fresh;
  const vault = makeSeal(randomBytes(32).toString("hex"));
  writer = makeWriter({
    commit: (study, items) => commit(db, vault, study, items),
    objects: () => false,
    committed: () => undefined,
    objected: () => undefined,
  });
  account = { accounts: accounts(db), sessions: sessions(db), links: links(db), hashPassword, checkPassword };
  const setMember: MembershipPorts["setMember"] = async (study, by, person, role) => {
    const [outcome] = await writer.submit(study, [
      { cmdId: randomUUID(), person: by, command: { kind: "member.set", person, role }, phrases: [], names: [] },
    ]);
    return outcome !== undefined && !("refused" in outcome);
  };
  membership = { links: links(db), members: members(db), accounts: accounts(db), setMember, makeToken, hashToken };
});
afterAll(() => fresh.drop());

const PASSWORD = "slate and rain";
const details = (name: string) => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  password: PASSWORD,
  locale: "en" as const,
});

async function person(name: string): Promise<string> {
  const made = await makeAccount(account, details(name));
  if (!made.ok) throw new Error(made.fault.code);
  return made.value.id;
}
const study = (owner: string) =>
  foundStudy({ makeStudy: (id, lang) => makeStudy(fresh.db, id, lang), writer }, owner, { lang: "en", words: "Trust" });
async function signedIn(who: string): Promise<string> {
  const id = randomUUID();
  await sessions(fresh.db).open({ id, person: who, agent: "", expiresAt: new Date(Date.now() + 60_000) });
  return id;
}
const holds = async (sid: string) => (await sessions(fresh.db).read(sid, unusedSince())) !== null;

test("[A1] of two who set up at once, one becomes the owner, and nobody afterwards", async () => {
  const both = await Promise.all([setUp(account, details("Gwen")), setUp(account, details("Huw"))]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await setUp(account, details("Mair"))).toEqual({ ok: false, fault: { code: "setup.done" } });
  const owners = await fresh.owner`SELECT FROM "app_user" WHERE "installer"`;
  expect(owners).toHaveLength(1);
});

test("[A9] an address that nobody has is no password's, and one address is one account", async () => {
  expect(await checkPassword(null, PASSWORD)).toBe(false);
  await person("Twice");
  expect(await makeAccount(account, { ...details("Twice"), email: "twice@example.org" })).toEqual({
    ok: false,
    fault: { code: "email.taken" },
  });
});

test("[A3] a sign-in ends alone, and only by its own person", async () => {
  const [ann, bob] = [await person("Ann"), await person("Bob")];
  const [one, two] = [await signedIn(ann), await signedIn(ann)];
  expect(await sessions(fresh.db).end(bob, one)).toBe(false);
  expect(await sessions(fresh.db).end(ann, one)).toBe(true);
  expect([await holds(one), await holds(two)]).toEqual([false, true]);
});

test("[Y110] [A3] [A5] many that are looked up together are each told of themselves", async () => {
  const [cai, dot] = [await person("Cai"), await person("Dot")];
  const [hers, his] = [await study(dot), await study(cai)];
  const [one, two, ended] = [await signedIn(cai), await signedIn(dot), await signedIn(dot)];
  await sessions(fresh.db).end(dot, ended);
  const asked = [
    { sid: two, study: hers },
    { sid: ended, study: hers },
    { sid: one, study: hers },
    { sid: one, study: his },
    { sid: randomUUID(), study: his },
    { sid: two, study: randomUUID() },
    { sid: two, study: null },
  ];
  const found = await sessions(fresh.db).readIn(asked, unusedSince());
  expect(found.map((one) => one && [one.person.sid, one.person.id, one.person.name, one.role])).toEqual([
    [two, dot, "Dot", "owner"],
    null,
    [one, cai, "Cai", null],
    [one, cai, "Cai", "owner"],
    null,
    [two, dot, "Dot", null],
    [two, dot, "Dot", null],
  ]);
});

test("[A4] a sign-in that is too old or too long unused no longer holds", async () => {
  const [old, idle] = [await signedIn(await person("Old")), await signedIn(await person("Idle"))];
  await fresh.owner`UPDATE "session" SET "expires_at" = now() - interval '1 second' WHERE "id" = ${old}`;
  await fresh.owner`UPDATE "session" SET "seen_at" = now() - interval '25 hours' WHERE "id" = ${idle}`;
  expect([await holds(old), await holds(idle)]).toEqual([false, false]);
});

test("[A13] a new password needs the present one and ends the other sign-ins", async () => {
  const id = await person("Carys");
  const [here, there] = [await signedIn(id), await signedIn(id)];
  expect(await changePassword(account, { id, sid: here }, { current: "wrong", next: "heather on the moor" })).toEqual({
    ok: false,
    fault: { code: "password.wrong" },
  });
  expect(await changePassword(account, { id, sid: here }, { current: PASSWORD, next: "heather on the moor" })).toEqual({
    ok: true,
    value: { ended: 1 },
  });
  expect([await holds(here), await holds(there)]).toEqual([true, false]);
});

test("[A14] only the newest link for a new password works, once, and ends every sign-in", async () => {
  const owner = await person("Rhys");
  const place = await study(owner);
  const dee = await person("Dee");
  await membership.setMember(place, owner, dee, "analyst");
  const sid = await signedIn(dee);
  const asker = { person: owner, study: place, role: "owner" as const, installer: false };
  const [first, second] = [await makeReset(membership, asker, dee), await makeReset(membership, asker, dee)];
  if (!first.ok || !second.ok) throw new Error("no link");
  const dead = { ok: false, fault: { code: "link.dead" } };
  expect(await resetPassword(account, hashToken(first.value.token), "heather on the moor")).toEqual(dead);
  expect(await resetPassword(account, hashToken(second.value.token), "short")).toEqual({
    ok: false,
    fault: { code: "password.short" },
  });
  expect(await resetPassword(account, hashToken(second.value.token), "heather on the moor")).toEqual({
    ok: true,
    value: { email: "dee@example.org" },
  });
  expect(await resetPassword(account, hashToken(second.value.token), "heather on the moor")).toEqual(dead);
  expect(await holds(sid)).toBe(false);
});

test("[A15] analysts and observers invite nobody", async () => {
  for (const role of ["analyst", "observer"] as const)
    expect(await invite(membership, { person: randomUUID(), study: randomUUID(), role }, "observer")).toEqual({
      ok: false,
      fault: { code: "role.refused" },
    });
});

test("[A16] an invitation lets one of many in, and only the hash of its token is kept", async () => {
  const owner = await person("Sian");
  const place = await study(owner);
  const made = await invite(membership, { person: owner, study: place, role: "owner" }, "analyst");
  if (!made.ok) throw new Error("no invitation");
  const [kept] = await fresh.owner<
    { hash: Buffer }[]
  >`SELECT "token_hash" AS hash FROM "one_time_link" WHERE "id" = ${made.value.id}`;
  expect(kept?.hash.equals(createHash("sha256").update(made.value.token).digest())).toBe(true);
  const crowd = await Promise.all(["E1", "E2", "E3", "E4"].map(person));
  const tried = await Promise.all(crowd.map((who) => join(membership, made.value.token, who)));
  expect(tried.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { study: place } }]);
  expect((await members(fresh.db).list(place)).map(({ role }) => role).toSorted()).toEqual(["analyst", "owner"]);
});

test("[A16] an invitation is good for a week", async () => {
  const owner = await person("Late");
  const place = await study(owner);
  const made = await invite(membership, { person: owner, study: place, role: "owner" }, "analyst");
  if (!made.ok) throw new Error("no invitation");
  await fresh.owner`UPDATE "one_time_link" SET "expires_at" = now() WHERE "id" = ${made.value.id}`;
  expect(await join(membership, made.value.token, await person("Later"))).toEqual({
    ok: false,
    fault: { code: "link.dead" },
  });
});

test("[A17] [A18] a withdrawn invitation is dead, and so is one whose inviter no longer owns the study", async () => {
  const [owner, second] = [await person("Mabli"), await person("Nerys")];
  const place = await study(owner);
  await membership.setMember(place, owner, second, "owner");
  const made = await Promise.all(
    [0, 1].map(() => invite(membership, { person: second, study: place, role: "owner" }, "observer")),
  );
  const [one, two] = made.map((link) => (link.ok ? link.value : null));
  if (!one || !two) throw new Error("no invitation");
  expect(await links(fresh.db).withdraw(place, one.id)).toBe(true);
  await membership.setMember(place, owner, second, "analyst");
  const guest = await person("Guest");
  for (const { token } of [one, two])
    expect(await join(membership, token, guest)).toEqual({ ok: false, fault: { code: "link.dead" } });
  expect(await members(fresh.db).role(place, guest)).toBe(null);
});

test("[A19] an owner who opens an invitation stays an owner, and the link stays good", async () => {
  const owner = await person("Non");
  const place = await study(owner);
  const made = await invite(membership, { person: owner, study: place, role: "owner" }, "observer");
  if (!made.ok) throw new Error("no invitation");
  expect(await join(membership, made.value.token, owner)).toEqual({ ok: true, value: { study: place } });
  expect((await members(fresh.db).role(place, owner))?.role).toBe("owner");
  expect((await join(membership, made.value.token, await person("Other"))).ok).toBe(true);
});

test("[A21] an owner cannot reach into another's study by a link for a new password", async () => {
  const [mine, theirs, both] = [await person("Mine"), await person("Theirs"), await person("Both")];
  const [here, there] = [await study(mine), await study(theirs)];
  await membership.setMember(here, mine, both, "analyst");
  const asker = { person: mine, study: here, role: "owner" as const, installer: false };
  expect((await makeReset(membership, asker, both)).ok).toBe(true);
  await membership.setMember(there, theirs, both, "observer");
  expect(await makeReset(membership, asker, both)).toEqual({ ok: false, fault: { code: "reset.elsewhere" } });
  expect((await makeReset(membership, { ...asker, installer: true }, both)).ok).toBe(true);
  expect(await makeReset(membership, asker, theirs)).toEqual({ ok: false, fault: { code: "role.refused" } });
});

test("[A22] a study is deleted from the trash and from nowhere else", async () => {
  const owner = await person("Keeper");
  const place = await study(owner);
  expect(await eraseStudy(fresh.db, place)).toBe(false);
  await writer.submit(place, [
    {
      cmdId: randomUUID(),
      person: owner,
      command: { kind: "study.set", id: place, fields: { trashed: true } },
      phrases: [],
      names: [],
    },
  ]);
  expect(await eraseStudy(fresh.db, place)).toBe(true);
  const left = await fresh.owner`SELECT FROM "event" WHERE "study_id" = ${place}`;
  expect(left).toHaveLength(0);
});
