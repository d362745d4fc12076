/** Lines that climb in steps, drawn as a picture with a name: the table beside it says the numbers. */
import { apart, ceiling } from "#lib/domain/matrix/scale.ts";

type Line = Readonly<{ name: string; values: readonly number[]; /** Told apart without colour. */ dashed: boolean }>;

const [WIDTH, HEIGHT] = [720, 260];
const [LEFT, RIGHT, TOP, BOTTOM] = [40, 110, 12, 36];

export function StepChart({
  label,
  steps,
  lines,
}: Readonly<{ label: string; steps: readonly string[]; lines: readonly Line[] }>) {
  const top = ceiling(Math.max(1, ...lines.flatMap(({ values }) => values)));
  const x = (at: number) => LEFT + ((WIDTH - LEFT - RIGHT) * (at + 0.5)) / steps.length;
  const y = (value: number) => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * value) / top;
  const every = Math.ceil(steps.length / 14); // codes further apart than they are wide
  const ends = apart(
    lines.map(({ values }) => y(values.at(-1) ?? 0)),
    16,
  );
  return (
    // As wide as it is drawn at least: on a narrow screen it is moved sideways rather than too small to read.
    <div className="overflow-x-auto" tabIndex={0} role="img" aria-label={label}>
      <svg aria-hidden viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="w-full max-w-3xl min-w-180 text-[12px]">
        {[0, top / 2, top].map((value) => (
          <g key={value}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} stroke="var(--line)" />
            <text x={LEFT - 8} y={y(value) + 4} textAnchor="end" fill="var(--ink-soft)">
              {value}
            </text>
          </g>
        ))}
        {steps.map((step, at) =>
          at % every === 0 ? (
            <text key={step} x={x(at)} y={HEIGHT - BOTTOM + 18} textAnchor="middle" fill="var(--ink-soft)">
              {step}
            </text>
          ) : null,
        )}
        {lines.map(({ name, values, dashed }, which) => (
          <g key={name} data-hue={dashed ? 3 : 1}>
            <polyline
              points={values.map((value, at) => `${x(at)},${y(value)}`).join(" ")}
              fill="none"
              stroke="var(--hue)"
              strokeWidth="2.5"
              strokeLinejoin="round"
              strokeDasharray={dashed ? "6 4" : undefined}
            />
            {values.length <= 40
              ? values.map((value, at) => <circle key={steps[at]} cx={x(at)} cy={y(value)} r="3.5" fill="var(--hue)" />)
              : null}
            <text x={WIDTH - RIGHT + 8} y={(ends[which] ?? 0) + 4} fill="var(--hue-text)" fontWeight="600">
              {`${name} ${values.at(-1) ?? 0}`}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
