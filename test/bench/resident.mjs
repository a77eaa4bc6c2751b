/** Loaded into a command by the bench: at its end it tells how much of it was in memory at most, in megabytes. */
process.on('exit', () => process.send?.(process.resourceUsage().maxRSS / 1024));
process.channel?.unref();
