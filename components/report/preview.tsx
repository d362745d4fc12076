"use client";
/** The document as it would leave, to be read before it does. What is still open is marked. */
import { labelled } from "#lib/domain/report/model.ts";
import type { Block, Report, Text } from "#lib/domain/report/model.ts";

export function Preview({ report }: Readonly<{ report: Report }>) {
  return (
    <article
      lang={report.lang}
      className="mx-auto flex w-full max-w-[46rem] flex-col gap-3 rounded-lg border border-line bg-raised px-5 py-8 sm:px-12 sm:py-12"
    >
      <h2 lang={report.title.lang} className="pb-4 text-[1.75rem] leading-tight">
        <Words text={report.title} />
      </h2>
      {report.blocks.map((block, at) => (
        <One key={at} block={block} />
      ))}
    </article>
  );
}

const HEADINGS = [
  "mt-8 border-t border-line pt-5 text-2xl",
  "mt-6 text-xl",
  "mt-4 text-lg",
  "mt-3 text-base font-semibold",
];

function One({ block }: Readonly<{ block: Block }>) {
  switch (block.kind) {
    case "heading": {
      const Tag = `h${block.level + 2}` as "h3" | "h4" | "h5" | "h6"; // levels are 1 to 4
      return (
        <Tag lang={block.text.lang} className={`${HEADINGS[block.level - 1] ?? ""} font-semibold`}>
          <Words text={block.text} />
        </Tag>
      );
    }
    case "paragraph":
      return (
        <p lang={block.text.lang} className={`reading whitespace-pre-line ${block.lead ? "font-semibold" : ""}`}>
          <Words text={block.text} />
        </p>
      );
    case "quote":
      return (
        <figure className="my-1">
          <blockquote
            lang={block.text.lang}
            dir="auto"
            className="reading border-s-2 border-accent ps-4 whitespace-pre-line"
          >
            “<Words text={block.text} />”
          </blockquote>
          {block.translation ? (
            <p lang={block.translation.text.lang} className="reading ps-4.5 pt-1 whitespace-pre-line">
              <Words text={labelled(block.translation)} />
            </p>
          ) : null}
          {block.by ? (
            <figcaption lang={block.by.lang} className="ps-4.5 pt-1 text-sm text-soft">
              <Words text={block.by} />
            </figcaption>
          ) : null}
        </figure>
      );
    case "list":
      return (
        <ul className="list-disc ps-6">
          {block.items.map((item, at) => (
            <li key={at} lang={item.lang} className="reading">
              <Words text={item} />
            </li>
          ))}
        </ul>
      );
    case "respondents":
      return (
        <ul className="list-disc ps-6">
          {block.items.map((item, at) => (
            <li key={at} className="reading">
              {item.name}
              {item.note ? (
                <span lang={item.note.lang}>
                  {item.name === null ? "" : " "}
                  <Words text={item.note} />
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      );
    case "table":
      return (
        <div className="my-2 overflow-x-auto">
          <table className="w-full border-collapse text-sm">
            <caption lang={block.caption.lang} className="pb-1.5 text-start font-semibold">
              <Words text={block.caption} />
            </caption>
            <thead>
              <tr className="border-b border-line-strong">
                {block.head.map((cell, at) => (
                  <th key={at} scope="col" className="py-1.5 pe-4 text-start font-semibold">
                    <Words text={cell} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, line) => (
                <tr key={line} className="border-b border-line">
                  {row.map((cell, at) => (
                    <td key={at} className="py-1.5 pe-4 align-top tabular-nums">
                      <Words text={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

/** A text with its brackets set apart, and names that are open marked. */
export function Words({ text }: Readonly<{ text: Pick<Text, "pieces"> }>) {
  return text.pieces.map((piece, at) =>
    piece.open ? (
      <mark key={at} className="rounded-sm bg-warn-tint px-0.5 font-semibold text-warn">
        {piece.text}
      </mark>
    ) : piece.replaced ? (
      <span key={at} className="text-soft">
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  );
}
