"use client";
/** Why a file cannot be brought in, in one clear sentence. */
import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import type { Told } from "#lib/client/import/send.ts";

export function Fault({ name, fault }: Readonly<{ name: string; fault: Told }>) {
  const t = useTranslations("sources");
  const number = (key: string) => (typeof fault[key] === "number" ? fault[key] : 0);
  const bytes = fault.code === "file.too-large" || fault.code === "file.bomb";
  const mega = (size: number) => Math.ceil((size / 1024 / 1024) * 10) / 10;
  const values = {
    size: mega(number("bytes")),
    limit: bytes ? mega(number("limit")) : number("limit"),
    count: number("count") || number("characters"),
    line: number("line"),
    column: number("column"),
  };
  const key = `fault.${fault.code}`;
  return (
    <Notice kind="error" live title={t("fault.heading", { name })}>
      {t.has(key) ? t(key, values) : t("fault.server.failed")}
    </Notice>
  );
}
