"use client";
/** Short messages that come and go, with at most one thing to do (undo, retry). Spoken politely. */
import { CheckCircle2, Info, TriangleAlert, X } from "lucide-react";
import * as Aria from "react-aria-components";
import { useTranslations } from "next-intl";
import { Button } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";

export type ToastWords = Readonly<{
  text: string;
  /** A second, quieter line. */
  detail?: string;
  kind?: "info" | "success" | "error";
  action?: Readonly<{ label: string; onPress: () => void }>;
}>;

const queue = new Aria.UNSTABLE_ToastQueue<ToastWords>({ maxVisibleToasts: 3 });

/**
 * Shows a message. Errors stay until they are closed; others for 6 seconds, 10 where there is something to do.
 *
 * @returns a function that closes it early
 */
export function toast(words: ToastWords): () => void {
  const stay = words.kind === "error" ? {} : { timeout: words.action ? 10_000 : 6_000 };
  const key = queue.add(words, stay);
  return () => queue.close(key);
}

const SIGNS = { info: Info, success: CheckCircle2, error: TriangleAlert };

/** Where the messages appear; stands once, in the root layout. */
export function Toaster() {
  const t = useTranslations("common");
  return (
    <Aria.UNSTABLE_ToastRegion
      queue={queue}
      aria-label={t("toast.region")}
      className="fixed inset-x-3 bottom-18 z-60 flex flex-col items-center gap-2 ring-none sm:inset-x-auto sm:end-5 sm:bottom-5 sm:items-end"
    >
      {({ toast: one }) => {
        const Sign = SIGNS[one.content.kind ?? "info"];
        const action = one.content.action;
        return (
          <Aria.UNSTABLE_Toast
            toast={one}
            className="floating flex w-full max-w-md items-center gap-3 py-1.5 ps-3.5 pe-1.5 ring-none data-focus-visible:ring-focus"
          >
            <Sign
              aria-hidden
              size={18}
              className={
                one.content.kind === "error"
                  ? "shrink-0 text-danger"
                  : one.content.kind === "success"
                    ? "shrink-0 text-ok"
                    : "shrink-0 text-soft"
              }
            />
            <Aria.UNSTABLE_ToastContent className="flex min-w-0 grow flex-col py-1">
              <Aria.Text slot="title">{one.content.text}</Aria.Text>
              {one.content.detail ? (
                <Aria.Text slot="description" className="text-sm text-soft">
                  {one.content.detail}
                </Aria.Text>
              ) : null}
            </Aria.UNSTABLE_ToastContent>
            {action ? (
              <Button
                look="quiet"
                size="small"
                className="text-accent"
                onPress={() => {
                  action.onPress();
                  queue.close(one.key);
                }}
              >
                {action.label}
              </Button>
            ) : null}
            <IconButton slot="close" icon={X} label={t("close")} size="small" />
          </Aria.UNSTABLE_Toast>
        );
      }}
    </Aria.UNSTABLE_ToastRegion>
  );
}
