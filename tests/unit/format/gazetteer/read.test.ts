import { expect, test } from "vitest";
import { readGazetteer } from "#lib/format/gazetteer/read.ts";

test("[I63] reads kinds from a column, in either language", () => {
  const csv = "enw,math\nCwm Ceirw,lle\nAnnest,enw cyntaf\nMorthwyl,cyfenw\n,lle\n";
  expect(readGazetteer(csv)).toEqual({
    ok: true,
    value: { places: ["Cwm Ceirw"], given: ["Annest"], surnames: ["Morthwyl"] },
  });
});

test("[I63] reads kinds from headings, several in a row", () => {
  const csv = "\ufefffirst name;surname\nAnnest;Morthwyl\nAnnest;Gefail\n";
  expect(readGazetteer(csv)).toEqual({
    ok: true,
    value: { places: [], given: ["Annest"], surnames: ["Morthwyl", "Gefail"] },
  });
});

test("[I63] takes a list without headings for places", () => {
  expect(readGazetteer('Cwm Ceirw\n"Pant, Isaf"\n')).toEqual({
    ok: true,
    value: { places: ["Cwm Ceirw", "Pant, Isaf"], given: [], surnames: [] },
  });
});
