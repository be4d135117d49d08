/** What can be wrong with a link. Reading one never fails: it gives what could be read, and these. */

export type LinkProblem =
  /** There is nothing after '#s='. */
  | { readonly kind: 'empty' }
  /** It does not begin as our links do. */
  | { readonly kind: 'not-a-link' }
  /** It was made by a newer Lockstep, in a form this one cannot read. */
  | { readonly kind: 'newer-version'; readonly version: number }
  /** A character that no link has; what follows it was not read. */
  | { readonly kind: 'bad-character'; readonly character: string; readonly position: number }
  /** The end is missing: it was cut off on its way. */
  | { readonly kind: 'truncated' }
  /** It was changed on its way: what was read may differ from what was sent. */
  | { readonly kind: 'damaged' }
  /** It would unpack to more than any scenario has. */
  | { readonly kind: 'too-large' }
  /** One part could not be understood and was left out or replaced by its usual value. */
  | { readonly kind: 'part'; readonly part: string };

/** In English, as the command line says it. */
export function linkProblemText(problem: LinkProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'the link holds no scenario';
    case 'not-a-link':
      return 'this is not a Lockstep link: it should begin with “s=1.”';
    case 'newer-version':
      return `the link was made by a newer Lockstep (format ${problem.version}): reload the page to get it`;
    case 'bad-character':
      return `the link has a character that does not belong there: “${problem.character}” at position ${problem.position}`;
    case 'truncated':
      return 'the end of the link is missing: it was cut off on its way';
    case 'damaged':
      return 'the link was changed on its way: what is shown may differ from what was sent';
    case 'too-large':
      return 'the link unpacks to more text than a scenario may have';
    case 'part':
      return `a part of the link could not be read: ${problem.part}`;
  }
}
