/** Makes a new study, owned by whoever asks. */
import * as z from "zod";
import { Lang } from "#lib/domain/field.ts";
import { enterHouse } from "#lib/server/auth/enter.ts";
import { foundStudy } from "#lib/server/handle/found.ts";
import { refuseEntry, reply } from "#lib/server/http/reply.ts";
import { body } from "#lib/server/http/who.ts";
import { registry } from "#lib/server/registry.ts";
import { makeStudy } from "#lib/server/store/found.ts";

const Body = z.strictObject({ title: z.string().trim().min(1).max(300), lang: Lang });

export async function POST(request: Request) {
  const person = await enterHouse(request);
  if (!person.ok) return refuseEntry(person.fault);
  const given = await body(request, Body);
  if (!given.ok) return given.answer;
  const { db, writer } = registry();
  const study = await foundStudy({ makeStudy: (study, lang) => makeStudy(db, study, lang), writer }, person.value.id, {
    lang: given.value.lang,
    words: given.value.title,
  });
  return reply({ study }, 201);
}
