/** Signs this browser in through next-auth, the only part of the browser's code that knows it. */
import { signIn as nextAuth } from "next-auth/react";

export type SignInFault = Readonly<{
  code: "wrong" | "wait" | "down";
  /** Until another try is worth it, for `wait`. */ minutes: number;
}>;

/** @returns null where it worked */
export async function signIn(email: string, password: string): Promise<SignInFault | null> {
  try {
    const answer = await nextAuth("credentials", { email, password, redirect: false });
    if (answer?.ok && !answer.error) return null;
    const wait = /^sign-in\.wait:(\d+)$/.exec(answer?.error ?? "");
    if (wait) return { code: "wait", minutes: Math.max(1, Math.ceil(Number(wait[1]) / 60)) };
    return answer?.error === "sign-in.wrong" ? { code: "wrong", minutes: 0 } : { code: "down", minutes: 0 };
  } catch {
    return { code: "down", minutes: 0 };
  }
}
