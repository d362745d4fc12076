"use client";
/** Links: inside text, and ones that look like buttons. Go through Next's router where they stay in the house. */
import NextLink from "next/link";
import { buttonClass } from "./button.tsx";
import type { ButtonLook } from "./button.tsx";
import { join } from "./join.ts";

type Props = Omit<React.ComponentProps<typeof NextLink>, "className" | "prefetch"> & Readonly<{ className?: string }>;

export const linkClass =
  "rounded-sm text-accent underline decoration-1 underline-offset-3 hover:decoration-2 focus-visible:ring-focus";

/**
 * A link with no look of its own. Nothing is fetched before it is followed: a page here is made for who asks, so Next
 * gets two nearly empty answers for every link in sight, and takes the time of whoever begins to work just then.
 */
export function BareLink(props: Props) {
  return <NextLink {...props} prefetch={false} />;
}

export function Link({ className, ...rest }: Props) {
  return <BareLink {...rest} className={join(linkClass, className)} />;
}

/** A link in a button's dress: for going somewhere, where a button would do something. */
export function LinkButton({
  look,
  size,
  className,
  ...rest
}: Props & Readonly<{ look?: ButtonLook; size?: "small" | "medium" | "large" }>) {
  return <BareLink {...rest} className={buttonClass(look, size, className)} />;
}
