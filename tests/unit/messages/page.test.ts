/** Where somebody is can be said of every screen, in both languages. */
import { expect, test } from "vitest";
import syncCy from "#messages/sync/cy.json" with { type: "json" };
import syncEn from "#messages/sync/en.json" with { type: "json" };
import frameCy from "#messages/frame/cy.json" with { type: "json" };
import frameEn from "#messages/frame/en.json" with { type: "json" };
import { SCREENS } from "#components/frame/nav.ts";
import { Whereabouts } from "#lib/domain/study/live.ts";

test("[Y23] every place that presence can name has words, and every screen has a way to it", () => {
  const pages = Whereabouts.shape.page.options;
  for (const words of [syncEn.page, syncCy.page]) expect(Object.keys(words).toSorted()).toEqual(pages.toSorted());
  for (const to of [frameEn.to, frameCy.to])
    expect(Object.keys(to).toSorted()).toEqual(SCREENS.map(({ page }) => page).toSorted());
});
