"use client";
/** Narrows a list by one of several choices, or by none: the first entry lets everything through. */
import { Option } from "./option.tsx";
import { Select } from "./select.tsx";

export type Choice = Readonly<{ id: string; label: string }>;

type Props = Readonly<{
  label: string;
  hideLabel?: boolean;
  /** What the entry that lets everything through is called. */
  every: string;
  chosen: string | null; // null: everything
  choices: readonly Choice[];
  onChoose: (chosen: string | null) => void;
  className?: string;
}>;

const EVERY = "every";

export function ChoiceFilter({ label, hideLabel = false, every, chosen, choices, onChoose, className = "" }: Props) {
  return (
    <Select
      label={label}
      hideLabel={hideLabel}
      size="small"
      className={className}
      selectedKey={chosen ?? EVERY}
      onSelectionChange={(key) => onChoose(key === null || key === EVERY ? null : String(key))}
    >
      <Option id={EVERY}>{every}</Option>
      {choices.map(({ id, label: name }) => (
        <Option key={id} id={id}>
          {name}
        </Option>
      ))}
    </Select>
  );
}
