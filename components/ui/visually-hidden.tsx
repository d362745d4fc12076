/** Words that are heard and not seen. */
export function VisuallyHidden({ children, as: Tag = "span" }: Readonly<{ children: React.ReactNode; as?: "span" | "h2" | "h3" | "p" | "div" }>) {
  return <Tag className="sr-only">{children}</Tag>;
}
