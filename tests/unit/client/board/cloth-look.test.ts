import { expect, test } from "vitest";
import { asOneColour, clothLook } from "#lib/client/board/cloth-look.ts";
import { cloths } from "#lib/client/board/cloth.ts";
import type { Ink } from "#lib/client/board/ink.ts";
import type { SceneTheme } from "#lib/client/board/scene.ts";
import { sceneTheme } from "#tests/kit/scene.ts";

const each = (name: string) => Array.from({ length: 12 }, (_, hue) => `${name}${hue}`);
const ink: Ink = {
  paper: "paper",
  veil: "veil",
  slip: "slip",
  insight: "insight",
  hairline: "hairline",
  bare: "bare",
  ink: "ink",
  faint: "faint",
  mark: "mark",
  hues: each("hue"),
  cloths: each("cloth"),
  hems: each("hem"),
  far: each("far"),
  font: "font",
};

function made(over: Partial<SceneTheme>, inner = false) {
  const whole = sceneTheme({ id: "whole", parent: null, x: 0, y: 0, w: 900, h: 900 });
  const theme = sceneTheme({ id: "a", x: 40, y: 80, w: 300, h: 300, parent: inner ? "whole" : null, ...over });
  const cloth = cloths([whole, theme], []).get(theme.id);
  if (!cloth) throw new Error("no cloth");
  return cloth;
}

test("[B132] a cloth on a cloth is lighter, a retired one faint, one that a drop would go to stronger than a chosen one", () => {
  const plain = clothLook(ink, made({ hue: 3 }), false, false);
  expect(plain.coats).toEqual([{ colour: "cloth3", alpha: 1 }]);
  expect(plain.line).toEqual({ colour: "hem3", width: 1, dashed: false });
  expect(asOneColour(plain.coats)).toBe("cloth3");

  const nested = clothLook(ink, made({ hue: 4, locked: true }, true), false, true);
  expect(asOneColour(nested.coats)).toBe("color-mix(in srgb, paper 35%, cloth4)");
  expect(nested.line).toEqual({ colour: "hue4", width: 2.5, dashed: true });

  const retired = clothLook(ink, made({ hue: 5, status: "retired" }), true, true);
  expect(asOneColour(retired.coats)).toBe("color-mix(in srgb, hue5 14%, color-mix(in srgb, cloth5 40%, transparent))");
  expect(retired.band.alpha).toBe(0.4);
  expect(retired.line).toEqual({ colour: "hue5", width: 4, dashed: false });
});
