"use client";
/** Links: inside text, and ones that look like buttons. Go through Next's router where they stay in the house. */
import NextLink from "next/link";
import { buttonClass } from "./button.tsx";
import type { ButtonLook } from "./button.tsx";
import { join } from "./join.ts";

type Props = Omit<React.ComponentProps<typeof NextLink>, "className"> & Readonly<{ className?: string }>;

export const linkClass =
  "rounded-sm text-accent underline decoration-1 underline-offset-3 hover:decoration-2 focus-visible:ring-focus";

export function Link({ className, ...rest }: Props) {
  return <NextLink {...rest} className={join(linkClass, className)} />;
}

/** A link in a button's dress: for going somewhere, where a button would do something. */
export function LinkButton({
  look,
  size,
  className,
  ...rest
}: Props & Readonly<{ look?: ButtonLook; size?: "small" | "medium" | "large" }>) {
  return <NextLink {...rest} className={buttonClass(look, size, className)} />;
}
