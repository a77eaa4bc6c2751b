/** What every command shares: its options, its output, its exit status. */
import { Command } from 'commander';
import type { Config } from '../config.ts';
import { readConfig } from '../config.ts';

/** Where a command writes: results to `out`, everything else to `err`. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
  /** Whether `err` is a terminal, for progress that overwrites itself. */
  readonly interactive: boolean;
}

export const processOutput: Output = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  interactive: process.stderr.isTTY === true,
};

/** The options that every command takes, after commander has read them. */
export interface CommonOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly lang?: 'zh' | 'en';
  readonly quiet?: boolean;
}

/** A run of a command: its settings, output and language; `status` becomes the exit status. */
export interface Run {
  readonly config: Config;
  readonly output: Output;
  readonly json: boolean;
  readonly quiet: boolean;
  /** The language asked for by --lang or NIANBAO_LANG; undefined where neither says. */
  readonly language: 'zh' | 'en' | undefined;
  /** Prints one JSON document on standard output. */
  printJson(value: unknown): void;
  /** A line on standard output. */
  print(text: string): void;
  /** A line on standard error, unless --quiet. */
  log(text: string): void;
}

export type Action<Options> = (run: Run, args: readonly string[], options: Options) => Promise<number>;

/** A subcommand: `usage` is its name and arguments as commander writes them. */
export function command<Options extends object = object>(
  usage: string,
  description: string,
  output: Output,
  action: Action<Options & CommonOptions>,
  more: (command: Command) => void = () => {},
): Command {
  const [name, ...words] = usage.split(' ');
  const made = new Command(name).description(description);
  for (const word of words) made.argument(word);
  more(made);
  return configure(made, output, action);
}

/** Gives a command the common options and its action, whose number is the exit status. */
export function configure<Options extends object = object>(
  made: Command,
  output: Output,
  action: Action<Options & CommonOptions>,
): Command {
  made
    .option('--data <dir>', 'folder of the library (default: data, or NIANBAO_DATA)')
    .option('--json', 'print one JSON document')
    .option('--quiet', 'no progress, no notes');
  made.addOption(made.createOption('--lang <language>', 'language of the output').choices(['zh', 'en']));
  return made.action(async (...given: unknown[]) => {
    const options = made.optsWithGlobals<Options & CommonOptions>();
    const args = given
      .slice(0, -2)
      .flat()
      .filter((value): value is string => typeof value === 'string');
    process.exitCode = await action(runOf(options, output), args, options);
  });
}

function runOf(options: CommonOptions, output: Output): Run {
  const environment = options.data === undefined ? process.env : { ...process.env, NIANBAO_DATA: options.data };
  const config = readConfig(environment);
  const quiet = options.quiet === true;
  return {
    config,
    output,
    json: options.json === true,
    quiet,
    language: options.lang ?? config.NIANBAO_LANG,
    printJson: (value) => output.out(`${JSON.stringify(value, null, 2)}\n`),
    print: (text) => output.out(`${text}\n`),
    log: (text) => {
      if (!quiet) output.err(`${text}\n`);
    },
  };
}
