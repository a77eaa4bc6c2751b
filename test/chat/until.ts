/** Waits until something is so, then a moment longer for what should not come. */
export async function until(so: () => boolean, settle = 60): Promise<void> {
  const deadline = Date.now() + 8000;
  while (!so()) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await new Promise((resolve) => setTimeout(resolve, settle));
}
