/** The board of a study, and its outline (`?view=outline`). */
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BoardPage } from "#components/board/page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("board"))("view.board") };
}

export default async function Page({ params }: PageProps<"/studies/[study]/board">) {
  return <BoardPage study={(await params).study} />;
}
