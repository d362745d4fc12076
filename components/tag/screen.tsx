"use client";
/** The codebook of the open study: the tree of its tags, one of them in full beside it, and what is asked in dialogs. */
import { Download, FolderInput, Merge, Plus, Trash2, Upload, X } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useRef, useState, useSyncExternalStore } from "react";
import { AlertDialog } from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Option } from "#components/ui/option.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Select } from "#components/ui/select.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { toast } from "#components/ui/toast.tsx";
import { useStandingOf, useStudy } from "#lib/client/study/provider.tsx";
import { familyOf, isUnused, rootsOf, shownOf, stepOf } from "#lib/client/tag/branch.ts";
import type { Sorting, Whither } from "#lib/client/tag/branch.ts";
import { useTagDeeds } from "#lib/client/tag/deeds.ts";
import { useCodebook } from "#lib/client/tag/use.ts";
import { may } from "#lib/domain/member/shape.ts";
import type { Outcome } from "#lib/domain/study/outcome.ts";
import { fold } from "#lib/domain/tag/draft.ts";
import { BringDialog } from "./bring.tsx";
import { MergeDialog } from "./merge.tsx";
import { NameDialog } from "./name.tsx";
import { TagPanel } from "./panel.tsx";
import { PickTag } from "./pick.tsx";
import type { TagAction } from "./row.tsx";
import { SplitDialog } from "./split.tsx";
import { TakeDialog } from "./take.tsx";
import { TagTree } from "./tree.tsx";

type Asking =
  | Readonly<{ kind: "add" | "split"; tag: string }>
  | Readonly<{ kind: "move" | "remove"; tags: readonly string[] }>
  | Readonly<{ kind: "mergeInto"; tag: string }>
  | Readonly<{ kind: "merge"; tags: readonly string[]; into: string | null }>
  | Readonly<{ kind: "bring" | "take" }>;

const SORTINGS: readonly Sorting[] = ["own", "name", "use"];

export function CodebookScreen({ study }: Readonly<{ study: string }>) {
  const t = useTranslations("codebook");
  const loaded = useStandingOf("loaded");
  return loaded ? (
    <Loaded study={study} />
  ) : (
    <div role="status" className="mx-auto w-full max-w-4xl px-4 py-6">
      <span className="sr-only">{t("loading")}</span>
      <Skeleton lines={8} />
    </div>
  );
}

function Loaded({ study }: Readonly<{ study: string }>) {
  const t = useTranslations("codebook");
  const common = useTranslations("common");
  const locale = useLocale();
  const { me } = useStudy();
  const mayChange = may(me.role, "change");
  const mayExport = may(me.role, "export");
  const book = useCodebook();
  const { nodes, children } = book;
  const deeds = useTagDeeds();
  const wide = useWide();
  const [sorting, setSorting] = useState<Sorting>("own");
  const [wanted, setWanted] = useState("");
  const [unused, setUnused] = useState(false);
  const [within, setWithin] = useState(false);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const asked = useSearchParams().get("tag"); // a link to one tag
  const [active, setActive] = useState<string | null>(asked);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<string | null>(null); // shown in full where there is no room beside
  const [naming, setNaming] = useState<string | null>(null);
  const [menuFor, setMenuFor] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [fresh, setFresh] = useState("");
  const panel = useRef<HTMLElement>(null);

  const rows = useMemo(
    () => shownOf(children, { sorting, wanted, unused, closed, within, locale }),
    [children, sorting, wanted, unused, closed, within, locale],
  );
  const tree = useMemo(
    () => shownOf(children, { sorting: "own", wanted: "", unused: false, closed: new Set(), within, locale }),
    [children, within, locale],
  );
  const order = tree.map(({ id }) => id);
  const all = order.flatMap((id) => nodes.get(id) ?? []);
  const chosen = new Set(order.filter((id) => picked.has(id)));
  const current = active !== null && nodes.has(active) ? active : null;
  const nameOf = (tag: string) => nodes.get(tag)?.name || t("unnamed");
  const taken = (name: string, parent: string | null) =>
    (children.get(parent) ?? []).some((node) => fold(node.name) === fold(name));

  /** Says what was done, with a way back, unless it was refused: that the frame says. */
  async function tell(answer: Promise<Outcome>, text: string): Promise<void> {
    const outcome = await answer;
    if ("refused" in outcome || "same" in outcome) return;
    announce(text);
    toast({ text, action: { label: common("undo"), onPress: deeds.undo } });
  }

  function nest(tags: readonly string[], to: Whither): void {
    const whereTo = to.parent === null ? t("said.top") : nameOf(to.parent);
    if (to.parent !== null) toggle(to.parent, true);
    void deeds.nest(tags, to).then((outcome) => {
      if ("seq" in outcome)
        announce(t("said.moved", { count: tags.length, tag: nameOf(tags[0] ?? ""), place: whereTo }));
    });
  }

  function toggle(tag: string, on: boolean): void {
    const next = new Set(closed);
    if (on) next.delete(tag);
    else next.add(tag);
    setClosed(next);
  }

  function remove(tags: readonly string[]): void {
    const quotes = tags.reduce((sum, tag) => sum + (nodes.get(tag)?.uses.own.quotes ?? 0), 0);
    const at = order.indexOf(tags[0] ?? "");
    const next =
      order.slice(at + 1).find((id) => !tags.includes(id)) ?? order.slice(0, at).findLast((id) => !tags.includes(id));
    setPicked(new Set());
    if (next !== undefined) setActive(next);
    void tell(deeds.remove(tags), t("said.removed", { count: tags.length, tag: nameOf(tags[0] ?? ""), quotes }));
  }

  function act(action: TagAction, tag: string): void {
    setMenuFor(null);
    setActive(tag);
    if (action === "add" || action === "split") return setAsking({ kind: action, tag });
    if (action === "move") return setAsking({ kind: "move", tags: [tag] });
    if (action === "merge") return setAsking({ kind: "mergeInto", tag });
    if (action === "rename") {
      setNaming(tag);
      return setOpen(tag);
    }
    const node = nodes.get(tag);
    // What nothing hangs on goes at once, with a way back; else what would be is said first.
    if (node && (node.uses.own.quotes > 0 || (children.get(tag)?.length ?? 0) > 0)) {
      return setAsking({ kind: "remove", tags: [tag] });
    }
    remove([tag]);
  }

  function show(tag: string): void {
    setNaming(null);
    setActive(tag);
    setOpen(tag);
    if (wide) panel.current?.focus({ preventScroll: true });
  }

  const detail = (tag: string) => (
    <TagPanel
      book={book}
      tag={tag}
      mayChange={mayChange}
      deeds={deeds}
      naming={naming === tag}
      onAction={(action) => act(action, tag)}
      quoteHref={(source, quote) => `/studies/${study}/sources/${source}?quote=${quote}`}
    />
  );
  const count = nodes.size;
  const ordered = sorting === "own" && wanted.trim() === "" && !unused;
  const unusedCount = useMemo(() => [...nodes.values()].filter(isUnused).length, [nodes]);

  return (
    <div className="mx-auto flex h-full w-full max-w-420 flex-col gap-4 px-4 pt-5 pb-4 max-md:h-auto max-md:min-h-full">
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div>
          <h1 className="text-2xl leading-tight">{t("title")}</h1>
          <p className="mt-0.5 text-soft">{count === 0 ? t("lead") : t("counts", { count, unused: unusedCount })}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          {mayChange ? (
            <Button onPress={() => setAsking({ kind: "bring" })}>
              <Upload aria-hidden size={16} />
              {t("bring.ask")}
            </Button>
          ) : null}
          {mayExport && count > 0 ? (
            <Button onPress={() => setAsking({ kind: "take" })}>
              <Download aria-hidden size={16} />
              {t("take.ask")}
            </Button>
          ) : null}
        </div>
      </header>
      {mayChange ? (
        <form
          className="flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            const name = fresh.trim();
            if (name === "" || taken(name, null)) return;
            setActive(deeds.add(name, null));
            setFresh("");
            announce(t("said.added", { tag: name }));
          }}
        >
          <label className="flex max-w-80 grow flex-col gap-1">
            <span className="text-sm font-semibold">{t("add.label")}</span>
            <input
              className="field-box focus-visible:ring-focus"
              value={fresh}
              maxLength={200}
              aria-describedby={taken(fresh, null) && fresh.trim() ? "tag-taken" : undefined}
              onChange={(event) => setFresh(event.target.value)}
            />
          </label>
          <Button type="submit" isDisabled={fresh.trim() === "" || taken(fresh, null)}>
            <Plus aria-hidden size={16} />
            {t("add.do")}
          </Button>
          {taken(fresh, null) && fresh.trim() ? (
            <span id="tag-taken" role="status" className="self-center text-sm text-warn">
              {t("taken")}
            </span>
          ) : null}
        </form>
      ) : null}
      {count === 0 ? (
        <EmptyState title={t("empty.title")}>
          <p>{t("empty.how")}</p>
        </EmptyState>
      ) : (
        <div className="flex min-h-0 grow gap-5">
          <section aria-label={t("tree")} className="flex min-h-0 min-w-0 grow basis-3/5 flex-col gap-3">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <SearchField label={t("search")} value={wanted} onChange={setWanted} className="w-48 max-sm:w-full" />
              <Select
                label={t("sort.label")}
                hideLabel
                selectedKey={sorting}
                onSelectionChange={(key) => setSorting(SORTINGS.find((one) => one === key) ?? "own")}
                className="w-40"
              >
                {SORTINGS.map((one) => (
                  <Option key={one} id={one}>
                    {t(`sort.${one}`)}
                  </Option>
                ))}
              </Select>
              <Switch isSelected={within} onChange={setWithin}>
                {t("within")}
              </Switch>
              <Switch isSelected={unused} onChange={setUnused}>
                {t("unusedOnly", { count: unusedCount })}
              </Switch>
            </div>
            {chosen.size > 0 ? (
              <div
                role="toolbar"
                aria-label={t("chosen", { count: chosen.size })}
                className="flex flex-wrap items-center gap-2 rounded-lg bg-accent-tint px-3 py-1.5"
              >
                <span className="font-semibold">{t("chosen", { count: chosen.size })}</span>
                <Button
                  size="small"
                  isDisabled={chosen.size < 2}
                  onPress={() => setAsking({ kind: "merge", tags: [...chosen], into: null })}
                >
                  <Merge aria-hidden size={15} />
                  {t("action.mergeChosen")}
                </Button>
                <Button size="small" onPress={() => setAsking({ kind: "move", tags: rootsOf(nodes, order, chosen) })}>
                  <FolderInput aria-hidden size={15} />
                  {t("action.move")}
                </Button>
                <Button size="small" onPress={() => setAsking({ kind: "remove", tags: [...chosen] })}>
                  <Trash2 aria-hidden size={15} />
                  {t("action.remove")}
                </Button>
                <IconButton icon={X} size="small" label={t("chooseNone")} onPress={() => setPicked(new Set())} />
              </div>
            ) : null}
            {rows.length === 0 ? (
              <p role="status" className="py-6 text-center text-soft">
                {t("nothing")}
              </p>
            ) : (
              <TagTree
                rows={rows}
                nodes={nodes}
                branches={children}
                active={current}
                chosen={chosen}
                within={within}
                ordered={ordered}
                mayChange={mayChange}
                onActive={(tag) => {
                  setActive(tag);
                  if (tag !== naming) setNaming(null);
                }}
                onChoose={setPicked}
                onToggle={toggle}
                onOpen={show}
                onStep={(tag, way) => {
                  // A place among siblings means something only where they lie in their own order.
                  const to = ordered || way === "in" || way === "out" ? stepOf(nodes, children, tag, way) : null;
                  if (to) nest([tag], to);
                  else announce(t("said.cannot"));
                }}
                onDrop={nest}
                onAction={act}
                menuFor={menuFor}
                onMenu={setMenuFor}
              />
            )}
            {mayChange ? <p className="text-sm text-soft max-md:hidden">{t("keys")}</p> : null}
          </section>
          {wide ? (
            <aside
              ref={panel}
              tabIndex={-1}
              aria-label={t("panel")}
              className="min-h-0 basis-2/5 overflow-auto rounded-lg border border-line bg-raised p-4 ring-none focus-visible:ring-focus"
            >
              {current === null ? (
                <p className="text-soft">{t("panelEmpty")}</p>
              ) : (
                <>
                  <h2 className="mb-2 text-lg">
                    <bdi>{nameOf(current)}</bdi>
                  </h2>
                  {detail(current)}
                </>
              )}
            </aside>
          ) : null}
        </div>
      )}
      {!wide && open !== null && nodes.has(open) ? (
        <Dialog title={nameOf(open)} isOpen isDismissable onOpenChange={(on) => !on && setOpen(null)}>
          {detail(open)}
        </Dialog>
      ) : null}
      {asking?.kind === "add" ? (
        <NameDialog
          title={t("add.within", { tag: nameOf(asking.tag) })}
          taken={(name) => taken(name, asking.tag)}
          onName={(name) => {
            toggle(asking.tag, true);
            setActive(deeds.add(name, asking.tag));
            announce(t("said.added", { tag: name }));
          }}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking?.kind === "move" ? (
        <PickTag
          title={t("move.title", { count: asking.tags.length, tag: nameOf(asking.tags[0] ?? "") })}
          none={t("move.top")}
          nodes={nodes}
          tags={all.filter(({ id }) => !asking.tags.some((tag) => familyOf(children, tag).has(id)))}
          onPick={(parent) => nest(asking.tags, { parent })}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking?.kind === "mergeInto" ? (
        <PickTag
          title={t("merge.into", { tag: nameOf(asking.tag) })}
          none={null}
          nodes={nodes}
          tags={all.filter(({ id }) => id !== asking.tag)}
          onPick={(into) =>
            into !== null &&
            setAsking({ kind: "merge", tags: order.filter((id) => id === into || id === asking.tag), into })
          }
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking?.kind === "merge" ? (
        <MergeDialog
          book={book}
          tags={asking.tags}
          into={asking.into}
          onMerge={(into, from, reason) => {
            setPicked(new Set());
            setActive(into);
            void tell(deeds.merge(into, from, reason), t("said.merged", { count: from.length, tag: nameOf(into) }));
          }}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking?.kind === "split" ? (
        <SplitDialog
          book={book}
          tags={all}
          tag={asking.tag}
          onSplit={(quotes, into, reason) => {
            const name = "tag" in into ? nameOf(into.tag) : into.name;
            void tell(
              deeds.split(asking.tag, quotes, into, reason),
              t("said.split", { count: quotes.length, tag: nameOf(asking.tag), into: name }),
            );
          }}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking?.kind === "remove" ? (
        <AlertDialog
          isOpen
          title={t("remove.title", { count: asking.tags.length, tag: nameOf(asking.tags[0] ?? "") })}
          action={t("action.remove")}
          onAction={() => {
            setAsking(null);
            remove(asking.tags);
          }}
          onOpenChange={(on) => !on && setAsking(null)}
        >
          {t("remove.what", {
            quotes: asking.tags.reduce((sum, tag) => sum + (nodes.get(tag)?.uses.own.quotes ?? 0), 0),
            inner: asking.tags.flatMap((tag) => children.get(tag) ?? []).filter(({ id }) => !asking.tags.includes(id))
              .length,
          })}
        </AlertDialog>
      ) : null}
      {asking?.kind === "take" ? <TakeDialog study={study} onClose={() => setAsking(null)} /> : null}
      {asking?.kind === "bring" ? (
        <BringDialog
          study={study}
          onBring={(tags) => {
            const made = tags.filter(({ kind }) => kind !== "changed").length;
            void tell(deeds.bring(tags), t("said.brought", { fresh: made, changed: tags.length - made }));
          }}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </div>
  );
}

/** Whether there is room for one tag beside the tree. */
function useWide(): boolean {
  const [media] = useState(() => matchMedia("(min-width: 64rem)"));
  return useSyncExternalStore(
    (listener) => {
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => media.matches,
    () => false,
  );
}
