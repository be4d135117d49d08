/** `lockstep link` and `lockstep open`: a scenario as a link's fragment, and back. */
import { engineVersion } from '../scenario/engine-version.ts';
import { encodeLink } from '../scenario/link.ts';
import { linkProblemText } from '../scenario/link-problem.ts';
import { readLink } from '../scenario/link-reader.ts';
import { parseOptions, UsageError } from './options.ts';
import { scenarioFrom, scenarioOptions } from './scenario-options.ts';

export function linkCommand(args: readonly string[]): number {
  const scenario = scenarioFrom(parseOptions(args, scenarioOptions), () => '');
  process.stdout.write(`#${encodeLink({ engine: engineVersion, scenario, view: {} })}\n`);
  return 0;
}

/** Prints the scenario as JSON; what could not be read is said on stderr. */
export function openCommand(args: readonly string[]): number {
  const [fragment] = args;
  if (fragment === undefined) throw new UsageError('which fragment?');
  const at = fragment.indexOf('#');
  const read = readLink(at < 0 ? fragment : fragment.slice(at));
  for (const problem of read.problems) process.stderr.write(`lockstep: ${linkProblemText(problem)}\n`);
  if (read.scenario === null) return 65;
  process.stdout.write(
    `${JSON.stringify({ scenario: read.scenario, view: read.view, engine: read.engine }, null, 2)}\n`,
  );
  return read.problems.length === 0 ? 0 : 65;
}
