/** A board where a person's own colours are forced on pages. Rule: docs/spec/board.md, B133. */
import { seed } from "#tests/kit/board.ts";
import { expect, test } from "#tests/kit/flow.ts";

test("[B133] where colours are forced, the canvas draws with them, and cards stand out from their themes", async ({
  app,
  owner,
  newStudy,
}) => {
  const study = await newStudy("Forced colours");
  await seed({ request: owner.request, url: app.url, study }, 500);
  const page = await owner.newPage();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ forcedColors: "active", colorScheme });
    await page.goto(`/studies/${study}/board`);
    await expect(page.getByRole("button", { name: /^What people said about matter 10,/ })).toBeVisible();
    const seen = await page.evaluate(() => {
      const g = document.querySelector<HTMLCanvasElement>(".board-base")?.getContext("2d");
      const one = new OffscreenCanvas(1, 1).getContext("2d");
      if (!g || !one) throw new Error("no canvas");
      const probe = document.body.appendChild(document.createElement("div"));
      probe.style.background = "Canvas";
      one.fillStyle = getComputedStyle(probe).backgroundColor;
      one.fillRect(0, 0, 1, 1);
      const counts = new Map<number, number>();
      for (const pixel of new Uint32Array(g.getImageData(0, 0, g.canvas.width, g.canvas.height).data.buffer))
        counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
      const paper = new Uint32Array(one.getImageData(0, 0, 1, 1).data.buffer)[0] ?? 0;
      const whole = g.canvas.width * g.canvas.height;
      const large = [...counts].filter(([, count]) => count > whole / 500).map(([pixel]) => pixel);
      return { paper: (counts.get(paper) ?? 0) / whole, others: large.filter((pixel) => pixel !== paper).length };
    });
    expect(seen.paper).toBeGreaterThan(0.2);
    expect(seen.others).toBeGreaterThan(4); // cards, by their hues
  }
});
