import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The dictionary is loaded once in each worker: few workers, reused.
    pool: 'forks',
    maxWorkers: 2,
    // What hangs is found; a busy machine, many times slower, fails nothing.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
