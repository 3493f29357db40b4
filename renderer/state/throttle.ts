/**
 * Returns a function that runs `work` at once and then at most every `everyMs`, one run at a time;
 * calls meanwhile become one run at the end.
 */
export function throttle(work: () => Promise<void>, everyMs: number): () => void {
  let busy = false;
  let again = false;
  const run = async (): Promise<void> => {
    busy = true;
    again = false;
    await work();
    setTimeout(() => {
      busy = false;
      if (again) void run();
    }, everyMs);
  };
  return () => {
    if (busy) again = true;
    else void run();
  };
}
