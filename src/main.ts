/** The command line: docs/commands.md documents each command and its JSON. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { configure, type Output, processOutput } from './commands/command.ts';
import { loadSettings } from './config.ts';
import { coded } from './errors.ts';

type Make = (output: Output) => Command;

/** Each command by its name, in the order of the help. Its file, and what that needs, is loaded when it is named: a start is quick. */
const commands: Readonly<Record<string, () => Promise<Make>>> = {
  parse: async () => (await import('./commands/parse.ts')).parseCommand,
  ingest: async () => (await import('./commands/ingest.ts')).ingestCommand,
  ask: async () => (await import('./commands/ask.ts')).askCommand,
  search: async () => (await import('./commands/search.ts')).searchCommand,
  reports: async () => (await import('./commands/reports.ts')).reportsCommand,
  changes: async () => (await import('./commands/changes.ts')).changesCommand,
  audit: async () => (await import('./commands/audit.ts')).auditCommand,
  finding: async () => (await import('./commands/finding.ts')).findingCommand,
  feedback: async () => (await import('./commands/feedback.ts')).feedbackCommand,
  digest: async () => (await import('./commands/digest.ts')).digestCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  remove: async () => (await import('./commands/remove.ts')).removeCommand,
  reindex: async () => (await import('./commands/upkeep.ts')).reindexCommand,
  backup: async () => (await import('./commands/upkeep.ts')).backupCommand,
  restore: async () => (await import('./commands/upkeep.ts')).restoreCommand,
  status: async () => (await import('./commands/upkeep.ts')).statusCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
};

/** Runs one command line; the promise gives the exit status: 0 done, 1 failed, 2 the command line was wrong. */
export async function main(args: readonly string[], output: Output = processOutput): Promise<number> {
  process.exitCode = 0;
  loadSettings();
  const program = configure(new Command('nianbao'), output, async (run) => (await import('./commands/bot.ts')).bot(run))
    .description('年报: answers questions about government disclosure reports. Without a command: the bot.')
    .version(version(), '--version');
  for (const name of needed(args)) program.addCommand((await commands[name]!())(output));
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

/** The commands that the line may mean: each that one of its words names; all of them where help may list them. */
function needed(args: readonly string[]): readonly string[] {
  const all = Object.keys(commands);
  const named = all.filter((name) => args.includes(name));
  return named.length === 0 && args.some((arg) => arg === 'help' || arg === '-h' || arg === '--help') ? all : named;
}

/** Commander throws instead of exiting, and writes help only: a wrong command line is one line of ours. */
function quietly(command: Command, output: Output): void {
  command.exitOverride().configureOutput({ writeOut: output.out, writeErr: () => {}, outputError: () => {} });
}

/** What was wrong with the command line. A first word that is no command would be an argument too many for the bot. */
function problem({ code, message }: CommanderError, [first = '']: readonly string[]): string {
  const unknown = code === 'commander.excessArguments' && !Object.hasOwn(commands, first);
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
