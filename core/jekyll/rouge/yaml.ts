import { type Language, type Lexing, type Rule, rule, runRule } from './regex-lexer.ts'

/** How far the lines of a text are indented, as far as it is read. */
interface Indentation {
  /** Levels that are open, the outermost first. */
  levels: number[]
  /** Where the line being read may open one. */
  next: number
  /** Of the block scalar being read. */
  scalar: number | undefined
}

const indentations = new WeakMap<Lexing, Indentation>()

function indentationOf(lexing: Lexing): Indentation {
  const known = indentations.get(lexing) ?? { levels: [0], next: 0, scalar: undefined }
  indentations.set(lexing, known)
  return known
}

const level = ({ levels }: Indentation): number => levels.at(-1) ?? 0

/** Notes the blanks of a line start; blanks deeper than the level they fall back to are an error. */
function startLine(lexing: Lexing, blanks: string): readonly [string, string] {
  const indentation = indentationOf(lexing)
  indentation.next = blanks.length
  if (blanks.length >= level(indentation)) return [blanks, '']
  while (indentation.next < level(indentation)) indentation.levels.pop()
  return [blanks.slice(0, level(indentation)), blanks.slice(level(indentation))]
}

function advance(lexing: Lexing, text: string): void {
  indentationOf(lexing).next += text.length
}

function openLevel(lexing: Lexing): Indentation {
  const indentation = indentationOf(lexing)
  if (level(indentation) < indentation.next) indentation.levels.push(indentation.next)
  return indentation
}

const newDocument = (pattern: RegExp, type: string, next: string): Rule =>
  runRule(pattern, (match, lexing) => {
    indentations.delete(lexing)
    lexing.add(type, match[0])
    lexing.go(next)
  })

function blockScalarBlanks([blanks]: RegExpExecArray, lexing: Lexing): void {
  const indentation = indentationOf(lexing)
  lexing.add('', blanks)
  const dedent = indentation.scalar ?? level(indentation)
  indentation.scalar ??= blanks.length
  if (blanks.length >= dedent) return
  startLine(lexing, blanks)
  lexing.go('pop')
  lexing.go('indentation')
}

function blockScalarHeader(match: RegExpExecArray, lexing: Lexing): void {
  const indentation = indentationOf(lexing)
  indentation.scalar = undefined
  lexing.replace('ignored_line')
  if (match[0] === '') return
  // Rouge looks for the number in the first two groups, and the second of them is the digit before a sign.
  const increment = match[1] ?? match[2]
  if (increment !== undefined) indentation.scalar = level(indentation) + (Number.parseInt(increment, 10) || 0)
  lexing.add('pi', match[0])
}

function plainScalarLine([blanks]: RegExpExecArray, lexing: Lexing): void {
  lexing.add('', blanks)
  lexing.go('pop')
  if (blanks.length > level(indentationOf(lexing))) return
  lexing.go('pop')
  startLine(lexing, blanks)
  lexing.go('indentation')
}

const plainStart = String.raw`[^ \t\n\r\f\v?:,\[\]{}#&*!|>'"%@\x60]`

/** YAML, as Rouge 3.30 reads it (lexers/yaml.rb). */
export const yaml: Language = {
  start: ['root'],
  states: {
    basic: [rule(/#.*$/, 'c1')],
    root: [
      'basic',
      rule(/\n+/, ''),
      rule(/[ ]+(?=#|$)/, ''),
      newDocument(/^%YAML\b/, 'nt', 'yaml_directive'),
      newDocument(/^%TAG\b/, 'nt', 'tag_directive'),
      newDocument(/^(?:---|\.\.\.)(?= |$)/, 'nn', 'block_line'),
      runRule(/[ ]*(?!\s|$)/, (match, lexing) => {
        const [text, error] = startLine(lexing, match[0])
        lexing.add('', text)
        lexing.add('err', error)
        lexing.go('block_line')
        lexing.go('indentation')
      }),
    ],
    indentation: [
      runRule(/\s*?\n/, (match, lexing) => {
        lexing.add('', match[0])
        lexing.go('pop')
        lexing.go('pop')
      }),
      runRule(/[ ]+(?=[-:?](?:[ ]|$))/, (match, lexing) => {
        lexing.add('', match[0])
        advance(lexing, match[0])
      }),
      runRule(/[?:-](?=[ ]|$)/, (match, lexing) => {
        openLevel(lexing)
        advance(lexing, match[0])
        lexing.add('pi', match[0])
      }),
      runRule(/[ ]*/, (match, lexing) => {
        lexing.add('', match[0])
        advance(lexing, match[0])
        lexing.go('pop')
      }),
    ],
    block_line: [
      rule(/[ ]*(?=#|$)/, '', 'pop'),
      rule(/[ ]+/, ''),
      'descriptors',
      'block_nodes',
      'flow_nodes',
      rule(
        new RegExp(String.raw`(?=${plainStart}|[?:-][^ \t\n\r\f\v])`),
        '',
        'plain_scalar_in_block_context',
      ),
    ],
    descriptors: [
      rule(/!<[0-9A-Za-z;/?:@&=+$,_.!~*'()[\]%-]+>/, 'kt'),
      rule(/(?:![\w-]+)?!(?:[\w;/?:@&=+$,.!~*'()[\]%-]*)/, 'kt'),
      rule(/&[\p{L}\p{Nl}\p{Nd}_-]+/u, 'nl'),
      rule(/\*[\p{L}\p{Nl}\p{Nd}_-]+/u, 'nv'),
    ],
    block_nodes: [
      runRule(/([^#,:?[\]{}"'\n]+)(:)(?=\s|$)/, (match, lexing) => {
        lexing.add('na', match[1]!)
        lexing.add('pi', match[2]!)
        openLevel(lexing)
      }),
      runRule(/[|>][+-]?/, (match, lexing) => {
        lexing.add('pi', match[0])
        lexing.go('block_scalar_content')
        lexing.go('block_scalar_header')
      }),
    ],
    flow_nodes: [
      rule(/\[/, 'pi', 'flow_sequence'),
      rule(/\{/, 'pi', 'flow_mapping'),
      rule(/'/, 's1', 'single_quoted_scalar'),
      rule(/"/, 's2', 'double_quoted_scalar'),
    ],
    flow_collection: [
      rule(/\s+/, ''),
      'basic',
      rule(/[?:,]/, 'pi'),
      'descriptors',
      'flow_nodes',
      rule(new RegExp(`(?=${plainStart})`), '', 'plain_scalar_in_flow_context'),
    ],
    flow_sequence: [rule(/\]/, 'pi', 'pop'), 'flow_collection'],
    flow_mapping: [rule(/\}/, 'pi', 'pop'), 'flow_collection'],
    block_scalar_content: [
      rule(/\n+/, ''),
      runRule(/^[ ]+$/, (match, lexing) => {
        const mark = indentationOf(lexing).scalar ?? match[0].length
        lexing.add('', match[0].slice(0, mark))
        lexing.add('no', match[0].slice(mark))
      }),
      runRule(/^[ ]*/, blockScalarBlanks),
      rule(/[^\n\r\f\v]+/, 's'),
    ],
    block_scalar_header: [runRule(/(([1-9])[+-]?|[+-]?([1-9])?)(?=[ ]|$)/, blockScalarHeader)],
    ignored_line: ['basic', rule(/[ ]+/, ''), rule(/\n/, '', 'pop')],
    quoted_scalar_whitespaces: [rule(/^[ ]+/, ''), rule(/[ ]+$/, ''), rule(/\n+/, ''), rule(/[ ]+/, 'nv')],
    single_quoted_scalar: [
      'quoted_scalar_whitespaces',
      rule(/\\'/, 'se'),
      rule(/'/, 's', 'pop'),
      rule(/[^\s']+/, 's'),
    ],
    double_quoted_scalar: [
      rule(/"/, 's', 'pop'),
      'quoted_scalar_whitespaces',
      rule(/\\[0abt\tn\nvfre "\\N_LP]/, 'se'),
      rule(/\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})/, 'se'),
      rule(/[^ \t\n\r\f\v"\\]+/, 's'),
    ],
    plain_scalar_in_block_context_new_line: [
      rule(/^[ ]+\n/, ''),
      rule(/\n+/, ''),
      runRule(/^(?=---|\.\.\.)/, (_, lexing) => {
        for (let count = 0; count < 3; count++) lexing.go('pop')
      }),
      runRule(/^[ ]*/, plainScalarLine),
    ],
    plain_scalar_in_block_context: [
      rule(/[ ]*(?=:[ \n]|:$)/, '', 'pop'),
      rule(/[ ]*:\S+/, 's'),
      rule(/[ ]+(?=#)/, '', 'pop'),
      rule(/[ ]+$/, ''),
      rule(/\n+/, '', 'plain_scalar_in_block_context_new_line'),
      rule(/[ ]+/, 's'),
      rule(/true|false|null/, 'no'),
      rule(/\d+(?:\.\d+)?(?=(\r?\n)| +#)/, 'm', 'pop'),
      rule(/[^\s:]+/, 's'),
    ],
    plain_scalar_in_flow_context: [
      rule(/[ ]*(?=[,:?[\]{}])/, '', 'pop'),
      rule(/[ ]+(?=#)/, '', 'pop'),
      rule(/^[ ]+/, ''),
      rule(/[ ]+$/, ''),
      rule(/\n+/, ''),
      rule(/[ ]+/, 'nv'),
      rule(/[^\s,:?[\]{}]+/, 'nv'),
    ],
    yaml_directive: [
      runRule(/([ ]+)(\d+\.\d+)/, (match, lexing) => {
        lexing.add('', match[1]!)
        lexing.add('m', match[2]!)
        lexing.replace('ignored_line')
      }),
    ],
    tag_directive: [
      runRule(/([ ]+)(!|![\w-]*!)([ ]+)(!|!?[\w;/?:@&=+$,.!~*'()[\]%-]+)/, (match, lexing) => {
        for (const [index, type] of ['', 'kt', '', 'kt'].entries()) lexing.add(type, match[index + 1]!)
        lexing.replace('ignored_line')
      }),
    ],
  },
}
