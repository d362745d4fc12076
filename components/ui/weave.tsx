/** Carthen's weave: a band for quiet places, and the glyph of the wordmark. Only drawing. */

/** Four threads over and under four others. */
export function WeaveGlyph({ size = 24 }: Readonly<{ size?: number }>) {
  const over = [
    [0, 0],
    [2, 0],
    [1, 1],
    [3, 1],
    [0, 2],
    [2, 2],
    [1, 3],
    [3, 3],
  ] as const;
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 28 28">
      {[0, 1, 2, 3].map((row) => (
        <rect key={row} x="1" y={2 + row * 6.5} width="26" height="4.5" rx="2.25" fill="var(--hue-4)" />
      ))}
      {[0, 1, 2, 3].map((column) => (
        <rect key={column} x={2 + column * 6.5} y="1" width="4.5" height="26" rx="2.25" fill="var(--accent)" />
      ))}
      {over.map(([column, row]) => (
        <rect
          key={`${column}${row}`}
          x={1 + column * 6.5}
          y={2 + row * 6.5}
          width="6.5"
          height="4.5"
          fill="var(--hue-4)"
        />
      ))}
    </svg>
  );
}

/** A strip of Welsh double-weave: diamonds within bands. */
export function WeaveBand({ className }: Readonly<{ className?: string }>) {
  return (
    <svg aria-hidden viewBox="0 0 144 24" className={className} preserveAspectRatio="xMidYMid slice">
      <g fill="none" strokeWidth="2">
        <path d="M0 2h144M0 22h144" stroke="var(--accent)" />
        {[0, 1, 2, 3, 4, 5].map((at) => (
          <g key={at} transform={`translate(${at * 24} 0)`}>
            <path d="M12 5l9 7-9 7-9-7z" stroke={at % 2 ? "var(--hue-4)" : "var(--accent)"} />
            <path d="M12 9.5l3.2 2.5-3.2 2.5L8.8 12z" fill={at % 2 ? "var(--accent)" : "var(--hue-4)"} stroke="none" />
          </g>
        ))}
      </g>
    </svg>
  );
}
