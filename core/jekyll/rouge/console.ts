import { type Language, type Lexing, runRule } from './regex-lexer.ts'
import { shell } from './shell.ts'

/** A line that stands for lines left out: dots alone, or in angle brackets. */
const snip = /^\s*(?:<\.+>|\.+)\s*$/
const prompt = /^(.*?[$#>;])(\s*)/s

function line([text]: RegExpExecArray, lexing: Lexing): void {
  if (snip.test(text)) {
    lexing.restart(shell)
    lexing.add('c', text)
    return
  }
  const match = prompt.exec(text)
  if (!match) {
    lexing.restart(shell)
    lexing.add('go', text)
    return
  }
  lexing.add('gp', match[1]!)
  lexing.add('w', match[2]!)
  lexing.delegate(shell, text.slice(match[0].length))
}

/** Sessions of a shell: what follows a prompt is its code, the rest what it printed (lexers/console.rb). */
export const session: Language = {
  start: ['root'],
  states: { root: [runRule(/[^\n]*\n|[^\n]+/, line)] },
}
