/** `npx lockstep …`: the command line. Its contract is docs/command-line.md. */
import { runCommand } from './run-command.ts';
import { disCommand } from './dis-command.ts';
import { linkCommand, openCommand } from './link-commands.ts';
import { runRiscvCommand } from './riscv/riscv-command.ts';
import { UsageError } from './options.ts';
import { usage } from './usage.ts';

const wrongUsage = 64;
const bug = 73;

function command(args: readonly string[]): number {
  const [name, ...rest] = args;
  switch (name) {
    case 'run':
      return runCommand(rest);
    case 'dis':
      return disCommand(rest);
    case 'link':
      return linkCommand(rest);
    case 'open':
      return openCommand(rest);
    case 'riscv':
      return runRiscvCommand(rest);
    case 'help':
    case '--help':
    case undefined:
      process.stdout.write(usage);
      return name === undefined ? wrongUsage : 0;
    default:
      throw new UsageError(`there is no command '${name}'`);
  }
}

/** Runs one command; returns the exit code. */
export function main(args: readonly string[]): number {
  try {
    return command(args);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`lockstep: ${error.message}\n${usage}`);
      return wrongUsage;
    }
    const text = error instanceof Error ? error.message : String(error);
    process.stderr.write(`a bug of ours: ${text}`.replaceAll(/^/gm, 'lockstep: ') + '\n');
    return bug;
  }
}
