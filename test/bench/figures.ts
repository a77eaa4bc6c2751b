/** Figures of a benchmark, and how they are printed. */

/** The p-th percentile (0 to 100) of the values, by nearest rank. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil((p / 100) * sorted.length) - 1))] ?? Number.NaN;
}

export function print(name: string, value: number, unit: string, note = ''): void {
  const figure = value >= 100 ? value.toFixed(0) : value.toPrecision(3);
  process.stdout.write(`  ${name.padEnd(44)} ${figure.padStart(9)} ${unit.padEnd(10)} ${note}\n`);
}

/** Milliseconds that the work took, by the clock and of the processor, and what it gave. */
export async function timed<T>(work: () => Promise<T> | T): Promise<{ ms: number; cpu: number; result: T }> {
  const started = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - started, cpu: (user + system) / 1000, result };
}

export function residentMegabytes(): number {
  return process.memoryUsage.rss() / 1024 / 1024;
}
