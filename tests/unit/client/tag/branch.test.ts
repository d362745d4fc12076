import * as fc from "fast-check";
import { expect, test } from "vitest";
import { childrenOf, dropAt, familyOf, isUnused, pathOf, rootsOf, shownOf, stepOf } from "#lib/client/tag/branch.ts";
import type { Nodes, TagNode, View } from "#lib/client/tag/branch.ts";
import { decide } from "#lib/domain/study/command.ts";
import { codebook } from "#tests/kit/codebook.ts";
import { id } from "#tests/kit/study.ts";

const use = (quotes: number) => ({ quotes, sources: quotes, participants: 0 });
/** `name, parent, own quotes, quotes with those within`. */
const node = (name: string, parent: string | null, ord: string, own: number, all: number): [string, TagNode] => [
  name,
  { id: name, parent, ord, hue: 0, name, description: `about ${name}`, uses: { own: use(own), all: use(all) } },
];
const nodes: Nodes = new Map([
  node("Trust", null, "a1", 0, 3),
  node("Officers", "Trust", "a3", 3, 3),
  node("Neighbours", "Trust", "a2", 0, 0),
  node("Delay", null, "a4", 7, 7),
  node("Âge", null, "a5", 0, 0),
]);
const children = childrenOf(nodes);
const plain: View = { sorting: "own", wanted: "", unused: false, closed: new Set(), within: false, locale: "en" };
const names = (view: Partial<View>) =>
  shownOf(children, { ...plain, ...view }).map(
    ({ id: of, depth, open, found }) => `${"·".repeat(depth)}${of}${open === false ? "+" : ""}${found ? "" : "?"}`,
  );

test("[CB30] siblings are sorted among themselves, in people's own order, by name or by use", () => {
  expect(names({})).toEqual(["Trust", "·Neighbours", "·Officers", "Delay", "Âge"]);
  expect(names({ sorting: "name" })).toEqual(["Âge", "Delay", "Trust", "·Neighbours", "·Officers"]);
  expect(names({ sorting: "use" })).toEqual(["Delay", "Âge", "Trust", "·Officers", "·Neighbours"]);
  expect(names({ sorting: "use", within: true })).toEqual(["Delay", "Trust", "·Officers", "·Neighbours", "Âge"]);
  expect(names({ closed: new Set(["Trust"]) })).toEqual(["Trust+", "Delay", "Âge"]);
  expect(shownOf(children, plain)[2]).toEqual({ id: "Officers", depth: 1, at: 2, of: 2, open: null, found: true });
});

test("[CB15] [CB31] what is looked for is in sight with the way to it, also in what is shut", () => {
  const closed = new Set(["Trust"]);
  expect(names({ wanted: " OFFIC", closed })).toEqual(["Trust?", "·Officers"]);
  expect(names({ wanted: "about delay" })).toEqual(["Delay"]);
  expect(names({ unused: true, closed })).toEqual(["Trust?", "·Neighbours", "Âge"]);
  expect([...nodes.values()].filter(isUnused).map(({ name }) => name)).toEqual(["Neighbours", "Âge"]);
  expect(names({ wanted: "nothing of this" })).toEqual([]);
});

test("[CB32] a step goes among siblings, into the one before, or out; where there is no way there is none", () => {
  const step = (tag: string, way: "up" | "down" | "in" | "out") => stepOf(nodes, children, tag, way);
  expect(step("Officers", "up")).toEqual({ parent: "Trust", after: null });
  expect(step("Officers", "down")).toBeNull();
  expect(step("Officers", "out")).toEqual({ parent: null, after: "Trust" });
  expect(step("Delay", "in")).toEqual({ parent: "Trust" });
  expect(step("Delay", "down")).toEqual({ parent: null, after: "Âge" });
  expect([step("Trust", "up"), step("Trust", "in"), step("Trust", "out")]).toEqual([null, null, null]);
});

test("[CB32] a drag into a row, between rows, and into itself", () => {
  const rows = shownOf(children, plain);
  const at = (y: number, carried = "Delay", ordered = true) =>
    dropAt(rows, nodes, children, y, new Set([carried]), ordered)?.to ?? null;
  expect(at(2.5)).toEqual({ parent: "Officers" });
  expect(at(2.1)).toEqual({ parent: "Trust", after: "Neighbours" });
  expect(at(2.9)).toEqual({ parent: "Trust", after: "Officers" });
  expect(at(0.9)).toEqual({ parent: "Trust", after: null }); // open: its first
  expect(at(-4)).toEqual({ parent: null, after: null });
  expect(at(2.1, "Delay", false)).toEqual({ parent: "Officers" });
  expect(at(2.5, "Trust")).toBeNull();
  expect(at(3.1, "Officers")).toEqual({ parent: null, after: "Trust" });
});

test("[CB2] [CB32] wherever a drag ends, the command that follows is accepted", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(), fc.double({ min: 0, max: 8, noNaN: true })), { maxLength: 12 }),
      (drags) => {
        const { rows, give, tag } = codebook();
        for (const [name, parent] of [
          ["A", null],
          ["B", "A"],
          ["C", "A"],
          ["D", null],
          ["E", "D"],
          ["F", null],
        ] as const)
          tag(name, parent);
        for (const [pick, y] of drags) {
          const now: Nodes = new Map(
            [...rows.all("tag")].map((row) => [
              row.id,
              { ...row, hue: 0, name: row.id, description: "", uses: { own: use(0), all: use(0) } },
            ]),
          );
          const branches = childrenOf(now);
          const shown = shownOf(branches, plain);
          const carried = shown[pick % shown.length]?.id ?? "";
          const drop = dropAt(shown, now, branches, y, new Set([carried]), true);
          if (!drop) continue;
          expect(familyOf(branches, carried).has(drop.to.parent ?? "")).toBe(false);
          const command = { kind: "tags.nest" as const, ids: [carried], ...drop.to };
          expect(decide(rows, command, { person: id("me") }).ok).toBe(true);
          give(command);
          expect(rows.get("tag", carried)?.parent).toBe(drop.to.parent);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test("paths, families, and the outermost of what is chosen", () => {
  expect(pathOf(nodes, "Officers")).toEqual(["Trust", "Officers"]);
  expect([...familyOf(children, "Trust")]).toEqual(["Trust", "Neighbours", "Officers"]);
  const order = ["Trust", "Neighbours", "Officers", "Delay", "Âge"];
  expect(rootsOf(nodes, order, new Set(["Officers", "Âge", "Trust"]))).toEqual(["Trust", "Âge"]);
});
