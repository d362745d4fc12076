"use client";
/** A list of things to do that opens from a button. */
import { Check, ChevronRight } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import * as Aria from "react-aria-components";
import { createContext, useContext } from "react";
import { join } from "./join.ts";

const Closing = createContext<(() => void) | null>(null);

export const MenuTrigger = Aria.MenuTrigger;
export const SubmenuTrigger = Aria.SubmenuTrigger;

export type MenuProps<T extends object> = Omit<Aria.MenuProps<T>, "className" | "style"> &
  Readonly<{
    placement?: Aria.PopoverProps["placement"];
    className?: string;
    triggerRef?: React.RefObject<Element | null>;
    isOpen?: boolean;
    onOpenChange?: (open: boolean) => void;
  }>;

/** `<MenuTrigger><Button/><Menu><MenuItem/></Menu></MenuTrigger>`; or opened by state with `isOpen` and `triggerRef`. */
export function Menu<T extends object>({
  placement = "bottom start",
  className,
  triggerRef,
  isOpen,
  onOpenChange,
  onClose,
  ...rest
}: MenuProps<T>) {
  // A menu that is opened by state knows nothing of what is chosen in a menu within it: that one closes both.
  const outer = useContext(Closing);
  const close = () => {
    onClose?.();
    outer?.();
  };
  return (
    <Closing value={onClose ?? outer}>
      <Aria.Popover
        {...(placement ? { placement } : {})}
        {...(triggerRef ? { triggerRef } : {})}
        {...(isOpen === undefined ? {} : { isOpen })}
        {...(onOpenChange ? { onOpenChange } : {})}
        offset={4}
        className="floating appear max-w-[min(24rem,92vw)] min-w-48 overflow-auto p-1"
      >
        <Aria.Menu {...rest} onClose={close} className={join("ring-none max-h-[70dvh] overflow-auto", className)} />
      </Aria.Popover>
    </Closing>
  );
}

export type MenuItemProps = Omit<Aria.MenuItemProps, "className" | "style" | "children"> &
  Readonly<{
    children: React.ReactNode;
    icon?: LucideIcon;
    description?: React.ReactNode;
    /** Shown at the end: `Ctrl+D`. */ keys?: string;
    isDanger?: boolean;
    className?: string;
  }>;

export function MenuItem({ children, icon: Icon, description, keys, isDanger, className, ...rest }: MenuItemProps) {
  const words = typeof children === "string" ? { textValue: children } : {};
  return (
    <Aria.MenuItem
      {...words}
      {...rest}
      className={join(
        "group flex min-h-8 cursor-default items-center gap-2.5 rounded px-2.5 py-1 ring-none select-none touch:min-h-11",
        "data-focused:bg-accent-tint data-disabled:opacity-50",
        isDanger && "text-danger",
        className,
      )}
    >
      {({ selectionMode, isSelected, hasSubmenu }) => (
        <>
          {selectionMode && selectionMode !== "none" ? (
            <Check aria-hidden size={16} className={isSelected ? "shrink-0 text-accent" : "invisible shrink-0"} />
          ) : null}
          {Icon ? <Icon aria-hidden size={16} className="shrink-0" /> : null}
          <span className="flex min-w-0 grow flex-col">
            <Aria.Text slot="label">{children}</Aria.Text>
            {description ? (
              <Aria.Text slot="description" className="text-sm text-soft">
                {description}
              </Aria.Text>
            ) : null}
          </span>
          {keys ? <Aria.Keyboard className="ms-4 text-sm text-soft">{keys}</Aria.Keyboard> : null}
          {hasSubmenu ? <ChevronRight aria-hidden size={16} className="shrink-0 text-soft" /> : null}
        </>
      )}
    </Aria.MenuItem>
  );
}

type MenuSectionProps = Readonly<{
  title: string;
  children: React.ReactNode;
  /** Where one of the items holds: its id, shown with a tick; and what happens when another is chosen. */
  chosen?: string;
  onChoose?: (id: string) => void;
}>;

export function MenuSection({ title, children, chosen, onChoose }: MenuSectionProps) {
  const choice =
    chosen === undefined
      ? {}
      : {
          selectionMode: "single" as const,
          disallowEmptySelection: true,
          selectedKeys: [chosen],
          onSelectionChange: (keys: Aria.Selection) => {
            const [id] = keys === "all" ? [] : [...keys];
            if (id !== undefined) onChoose?.(String(id));
          },
        };
  return (
    <Aria.MenuSection {...choice}>
      <Aria.Header className="px-2.5 pt-2 pb-1 text-sm text-soft">{title}</Aria.Header>
      {children}
    </Aria.MenuSection>
  );
}

export function MenuSeparator() {
  return <Aria.Separator className="my-1 border-t border-line" />;
}
