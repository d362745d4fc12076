"use client";
/** Asks before something that is hard to take back. What can be undone does not ask: it offers undo. */
import { useTranslations } from "next-intl";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

export type AlertDialogProps = Readonly<{
  title: string;
  children: React.ReactNode;
  /** The verb of what will happen: "Delete the study". */
  action: string;
  onAction: () => void;
  isDanger?: boolean;
  isPending?: boolean;
  isDisabled?: boolean;
  isOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
}>;

export function AlertDialog({
  title,
  children,
  action,
  onAction,
  isDanger = true,
  isPending = false,
  isDisabled = false,
  ...rest
}: AlertDialogProps) {
  const t = useTranslations("common");
  return (
    <Dialog
      {...rest}
      title={title}
      role="alertdialog"
      width="narrow"
      actions={(close) => (
        <>
          <Button
            look={isDanger ? "danger" : "primary"}
            isPending={isPending}
            isDisabled={isDisabled}
            onPress={onAction}
          >
            {action}
          </Button>
          <Button look="quiet" onPress={close}>
            {t("cancel")}
          </Button>
        </>
      )}
    >
      {children}
    </Dialog>
  );
}
