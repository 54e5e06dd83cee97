import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UsageError } from './command.ts'

/**
 * The words of a command line as options and the rest; see Node's `parseArgs`.
 *
 * @throws UsageError in our own words
 */
export function parseWords<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config)
  } catch (error) {
    throw new UsageError(sentenceOf(error), { cause: error })
  }
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? error.code : undefined
  const word = /'(-{0,2}[^' ]*)/.exec(error.message)?.[1] ?? ''
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `there is no option “${word}”`
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `“${word}” is a word too many`
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE': {
      const option = /--[\w-]+/.exec(error.message)?.[0] ?? word
      if (error.message.includes('does not take')) return `“${option}” takes no value`
      if (error.message.includes('ambiguous'))
        return `the value of “${option}” begins with a dash; write ${option}=VALUE`
      return `“${option}” wants a value behind it`
    }
    default:
      return error.message
  }
}
