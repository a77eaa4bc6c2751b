/** The command line: docs/commands.md documents each command and its JSON. */
import { readFileSync } from 'node:fs';
import { type Command, CommanderError } from 'commander';
import { askCommand } from './commands/ask.ts';
import { auditCommand } from './commands/audit.ts';
import { botCommand } from './commands/bot.ts';
import { changesCommand } from './commands/changes.ts';
import { type Output, processOutput } from './commands/command.ts';
import { digestCommand } from './commands/digest.ts';
import { doctorCommand } from './commands/doctor.ts';
import { explainCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { feedbackCommand } from './commands/feedback.ts';
import { findingCommand } from './commands/finding.ts';
import { ingestCommand } from './commands/ingest.ts';
import { parseCommand } from './commands/parse.ts';
import { removeCommand } from './commands/remove.ts';
import { reportsCommand } from './commands/reports.ts';
import { searchCommand } from './commands/search.ts';
import { backupCommand, reindexCommand, restoreCommand, statusCommand } from './commands/upkeep.ts';
import { loadSettings } from './config.ts';
import { coded } from './errors.ts';

const commands = [
  ...[
    parseCommand,
    ingestCommand,
    askCommand,
    searchCommand,
    reportsCommand,
    changesCommand,
    auditCommand,
    findingCommand,
    feedbackCommand,
    digestCommand,
  ],
  ...[
    explainCommand,
    exportCommand,
    removeCommand,
    reindexCommand,
    backupCommand,
    restoreCommand,
    statusCommand,
    doctorCommand,
  ],
];

/** Runs one command line; the promise gives the exit status: 0 done, 1 failed, 2 the command line was wrong. */
export async function main(args: readonly string[], output: Output = processOutput): Promise<number> {
  process.exitCode = 0;
  loadSettings();
  const program = botCommand(output).name('nianbao').version(version(), '--version');
  for (const make of commands) program.addCommand(make(output));
  for (const each of [program, ...program.commands]) quietly(each, output);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usage(problem(error, args), output);
    const { code, bilingual } = coded(error);
    if (args.includes('--json')) output.out(`${JSON.stringify({ error: { code, message: bilingual } }, null, 2)}\n`);
    output.err(`nianbao: ${code}: ${bilingual.zh} ${bilingual.en}\n`);
    return 1;
  }
}

/** Commander throws instead of exiting, and writes help only: a wrong command line is one line of ours. */
function quietly(command: Command, output: Output): void {
  command.exitOverride().configureOutput({ writeOut: output.out, writeErr: () => {}, outputError: () => {} });
}

/** What was wrong with the command line. A first word that is no command would be an argument too many for the bot. */
function problem({ code, message }: CommanderError, [first = '']: readonly string[]): string {
  const unknown =
    code === 'commander.excessArguments' && !commands.some((make) => make(processOutput).name() === first);
  return unknown ? `unknown command '${first.slice(0, 40)}'` : message.replace(/^error: /, '').replaceAll('\n', ' ');
}

function usage(what: string, output: Output): 2 {
  output.err(`nianbao: ${what} (usage: nianbao COMMAND [options]; nianbao --help lists them)\n`);
  return 2;
}

function version(): string {
  const file = new URL('../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
