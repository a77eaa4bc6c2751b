/**
 * One piece of work a turn of the event loop. Fifty envelopes often arrive in one packet, and all that Bolt does with an
 * envelope happens in the turn that begins it: taken at once they would hold the main thread together.
 */
export function createPacer(): (job: () => void) => void {
  const waiting: (() => void)[] = [];
  const next = () => {
    const job = waiting.shift();
    if (waiting.length > 0) setImmediate(next);
    job?.();
  };
  return (job) => {
    waiting.push(job);
    if (waiting.length === 1) setImmediate(next);
  };
}
