"use client";
/** A dialog: the page waits until it is answered. On a narrow screen it comes from below. */
import { X } from "lucide-react";
import * as Aria from "react-aria-components";
import { useTranslations } from "next-intl";
import { IconButton } from "./icon-button.tsx";
import { join } from "./join.ts";

export type DialogProps = Readonly<{
  title: React.ReactNode;
  /** The body; gets `close`. */
  children: React.ReactNode | ((close: () => void) => React.ReactNode);
  /** The row of buttons below, the main one first; gets `close`. */
  actions?: React.ReactNode | ((close: () => void) => React.ReactNode);
  width?: "narrow" | "medium" | "wide";
  /** Opened by state and not by a trigger. */
  isOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** A click outside closes it; not for forms that hold something typed. */
  isDismissable?: boolean;
  role?: "dialog" | "alertdialog";
}>;

const WIDTHS = { narrow: "sm:max-w-md", medium: "sm:max-w-xl", wide: "sm:max-w-4xl" };

export function Dialog({
  title,
  children,
  actions,
  width = "medium",
  isOpen,
  onOpenChange,
  isDismissable = false,
  role = "dialog",
}: DialogProps) {
  const t = useTranslations("common");
  return (
    <Aria.ModalOverlay
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange ? { onOpenChange } : {})}
      isDismissable={isDismissable}
      className="fixed inset-0 z-50 flex items-end justify-center bg-(--shade) transition-opacity duration-120 data-entering:opacity-0 data-exiting:opacity-0 sm:items-center sm:p-6"
    >
      <Aria.Modal
        className={join(
          "floating appear flex max-h-[92dvh] w-full flex-col rounded-b-none sm:max-h-[86dvh] sm:rounded-b-lg",
          WIDTHS[width],
        )}
      >
        <Aria.Dialog role={role} className="flex min-h-0 flex-col ring-none">
          {({ close }) => (
            <>
              <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-2">
                <Aria.Heading slot="title" className="text-xl">
                  {title}
                </Aria.Heading>
                {role === "dialog" ? (
                  <IconButton icon={X} label={t("close")} onPress={close} className="-me-2" />
                ) : null}
              </header>
              <div className="min-h-0 grow overflow-auto px-5 pt-1 pb-5">
                {typeof children === "function" ? children(close) : children}
              </div>
              {actions ? (
                <footer className="flex flex-wrap gap-2 border-t border-line px-5 py-3">
                  {typeof actions === "function" ? actions(close) : actions}
                </footer>
              ) : null}
            </>
          )}
        </Aria.Dialog>
      </Aria.Modal>
    </Aria.ModalOverlay>
  );
}
