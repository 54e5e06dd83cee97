/** What a command may touch of the outside: its words, its streams, its folder. */
export interface CommandContext {
  /** The words after the command's name. */
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: () => Promise<string>
  /** Results. */
  readonly out: (text: string) => void
  /** Everything else. */
  readonly err: (text: string) => void
}

/** 0 done; 1 refused, or findings; 2 wrong use. */
export type ExitCode = 0 | 1 | 2

/** One command: its help, and what it does. Each lives in a file of its own under commands/. */
export interface Command {
  /** One line for `lectern --help`. */
  readonly summary: string
  /** The whole of `lectern NAME --help`. */
  readonly help: string
  readonly run: (context: CommandContext) => Promise<ExitCode>
}

/** Wrong use: printed on stderr with a hint at `--help`, exit 2. */
export class UsageError extends Error {}
