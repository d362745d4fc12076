/** Something that the page says: news, a warning, a fault, that it worked. */
import { CheckCircle2, CircleAlert, Info, TriangleAlert } from "lucide-react";
import { join } from "./join.ts";

const KINDS = {
  info: { sign: Info, box: "border-accent/40 bg-accent-tint", ink: "text-accent" },
  success: { sign: CheckCircle2, box: "border-ok/40 bg-ok-tint", ink: "text-ok" },
  warn: { sign: TriangleAlert, box: "border-warn/40 bg-warn-tint", ink: "text-warn" },
  error: { sign: CircleAlert, box: "border-danger/40 bg-danger-tint", ink: "text-danger" },
};

export type NoticeProps = Readonly<{
  kind?: keyof typeof KINDS;
  title?: string;
  children?: React.ReactNode;
  action?: React.ReactNode;
  className?: string;
  /** Speaks at once when it appears. */ live?: boolean;
}>;

export function Notice({ kind = "info", title, children, action, className, live = false }: NoticeProps) {
  const { sign: Sign, box, ink } = KINDS[kind];
  return (
    <div
      {...(live ? { role: kind === "error" ? "alert" : "status" } : {})}
      className={join("flex gap-3 rounded-md border px-3.5 py-3", box, className)}
    >
      <Sign aria-hidden size={20} className={join("mt-0.5 shrink-0", ink)} />
      <div className="flex min-w-0 grow flex-col gap-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div>{children}</div> : null}
        {action ? <div className="mt-1 flex flex-wrap gap-2">{action}</div> : null}
      </div>
    </div>
  );
}
