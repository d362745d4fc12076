/** A text of the sample study that stands in both of its languages. */
export type Both = Readonly<{ en: string; cy: string }>;
