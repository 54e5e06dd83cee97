import { lex, piecesToHtml } from './lexer.ts'
import { shell } from './languages/shell.ts'

/** A session in a terminal: prompts, commands in the shell's colours, and what they print. */
export function consoleToHtml(code: string): string {
  return piecesToHtml(code.split(/(?<=\n)/).flatMap(linePieces))
}

const prompt = /^[^\n]*?[$#>;]/

function linePieces(line: string): ReturnType<typeof lex> {
  if (/^\s*(?:<[.]+>|[.]+)\s*$/.test(line)) return [{ token: 'c', text: line }]
  const match = prompt.exec(line)
  if (!match) return [{ token: 'go', text: line }]
  const command = line.slice(match[0].length)
  const blank = /^\s*/.exec(command)![0]
  return [
    { token: 'gp', text: match[0] },
    ...(blank === '' ? [] : [{ token: 'w', text: blank }]),
    ...lex(shell, command.slice(blank.length)),
  ]
}
