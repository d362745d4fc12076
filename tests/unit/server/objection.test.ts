import { expect, test } from "vitest";
import { Prisma } from "#lib/server/store/generated/client.ts";
import { isObjection } from "#lib/server/store/objection.ts";

const told = (code: string, cause?: Readonly<Record<string, string>>) =>
  new Prisma.PrismaClientKnownRequestError("no", {
    code,
    clientVersion: "test",
    ...(cause ? { meta: { driverAdapterError: { name: "DriverAdapterError", cause } } } : {}),
  });

test("[Y5] a constraint, a trigger or a type that says no would say so again", () => {
  expect(isObjection(told("P2010", { kind: "postgres", originalCode: "23514" }))).toBe(true);
  expect(isObjection(told("P2002"))).toBe(true);
});

test("[Y5] a database that is gone, going, full or not ready says nothing about a command", () => {
  expect(isObjection(told("P2010", { kind: "ConnectionClosed" }))).toBe(false); // killed while it was being asked
  expect(isObjection(told("P2039", { kind: "postgres", originalCode: "57P03" }))).toBe(false);
  expect(isObjection(told("P2010", { kind: "postgres", originalCode: "53100" }))).toBe(false);
  expect(isObjection(told("P1017", { kind: "ConnectionClosed" }))).toBe(false);
  expect(isObjection(told("P2028"))).toBe(false);
  expect(isObjection(new Error("Connection terminated unexpectedly"))).toBe(false);
});
