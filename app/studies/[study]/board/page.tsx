/** The board of a study, and its outline (`?view=outline`); beside it a source (`?source=`) or the answers to a question (`?answers=1`). */
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BoardPage } from "#components/board/page.tsx";
import { Beside } from "#components/source/read/beside.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("board"))("view.board") };
}

export default async function Page({ params }: PageProps<"/studies/[study]/board">) {
  const { study } = await params;
  return (
    <Beside study={study}>
      <BoardPage study={study} />
    </Beside>
  );
}
