import { type Span, lineStarts } from '../text/index.ts'
import type { AttributeList } from './attributes/attribute-list.ts'
import type {
  AbbreviationDefinition,
  AttributeListDefinition,
  Definition,
  FootnoteDefinition,
  LinkDefinition,
} from './element.ts'
import { downcase } from './characters.ts'
import type { Options } from './options.ts'
import type { SpanRuleSet } from './span-parser.ts'
import { type Warning, type WarningCode, createWarning } from './warnings.ts'

/** Nesting beyond this is kept as text; kramdown itself overflows near 3,000. */
export const MAX_DEPTH = 200

/** A warning whose line and words are not worked out yet. */
interface PendingWarning {
  readonly code: WarningCode
  readonly span: Span
  readonly subject: string
}

/** Where a link leads: from a definition in the document, or from the option `link_defs`. */
export interface LinkTarget {
  readonly url: string
  readonly title: string | undefined
  readonly definition: LinkDefinition | undefined
}

/** What block and span parsing of one document share. */
export class ParserState {
  options: Options
  /** The span constructs of the dialect. */
  readonly spanRules: SpanRuleSet
  readonly links = new Map<string, LinkTarget>()
  /** The longest label there is a definition for: a longer text needs no look-up. */
  longestLinkId = 0
  readonly footnotes = new Map<string, FootnoteDefinition>()
  readonly abbreviations = new Map<string, AbbreviationDefinition>()
  readonly attributeLists = new Map<string, AttributeList>()
  /** Options set by `{::options}`, which the converter is to follow too. */
  readonly inlineOptions: Record<string, unknown> = {}
  /** What is warned of so far: what is tried in vain takes its warnings back. */
  readonly warnings: PendingWarning[] = []
  private readonly placeOfOnly = new Map<WarningCode, number>()
  private readonly other: AttributeListDefinition[] = []
  private readonly replaced: Definition[] = []
  private readonly document: string

  constructor(document: string, options: Options, spanRules: SpanRuleSet) {
    this.options = options
    this.spanRules = spanRules
    this.document = document
    for (const [label, [url, title]] of Object.entries(options.link_defs))
      this.setLink(normaliseLinkId(label), { url, title, definition: undefined })
  }

  warn(code: WarningCode, span: Span, subject = ''): void {
    this.warnings.push({ code, span, subject })
  }

  /** For what would otherwise be said of a whole text again and again. */
  warnOnce(code: WarningCode, span: Span): void {
    if (this.warnings[this.placeOfOnly.get(code) ?? -1]?.code === code) return
    this.placeOfOnly.set(code, this.warnings.length)
    this.warn(code, span)
  }

  /** What was warned of, in the order of the source. Text read twice, as a block and in a line, is warned of once. */
  finishWarnings(): readonly Warning[] {
    if (this.warnings.length === 0) return []
    const sorted = this.warnings.toSorted((a, b) => a.span.from - b.span.from)
    const starts = lineStarts(this.document)
    const finished: Warning[] = []
    for (const { code, span, subject } of sorted)
      if (!isAmongLast(finished, code, span.from)) finished.push(createWarning(code, span, starts, subject))
    return finished
  }

  setLink(id: string, target: LinkTarget): void {
    const before = this.links.get(id)
    if (before?.definition) this.replaced.push(before.definition)
    this.links.set(id, target)
    this.longestLinkId = Math.max(this.longestLinkId, id.length)
  }

  setFootnote(definition: FootnoteDefinition): void {
    const before = this.footnotes.get(definition.name)
    if (before) this.replaced.push(before)
    this.footnotes.set(definition.name, definition)
  }

  setAbbreviation(definition: AbbreviationDefinition): void {
    const before = this.abbreviations.get(definition.abbreviation)
    if (before) this.replaced.push(before)
    this.abbreviations.set(definition.abbreviation, definition)
  }

  addAttributeListDefinition(definition: AttributeListDefinition): void {
    this.other.push(definition)
  }

  /** Every definition of the document, overruled ones included, in the order of the source. */
  definitions(): Definition[] {
    const links = [...this.links.values()].flatMap(link => link.definition ?? [])
    return [
      ...links,
      ...this.footnotes.values(),
      ...this.abbreviations.values(),
      ...this.other,
      ...this.replaced,
    ].toSorted((a, b) => a.span.from - b.span.from)
  }
}

/** Whether the last of the warnings, those of one place, hold one of a kind. */
function isAmongLast(warnings: readonly Warning[], code: WarningCode, place: number): boolean {
  for (let index = warnings.length - 1; index >= 0; index--) {
    const { code: other, span } = warnings[index]!
    if (span.from !== place) return false
    if (other === code) return true
  }
  return false
}

/** Labels are compared without regard to case and to how much white space stands in them (parser/kramdown/link.rb). */
export function normaliseLinkId(label: string): string {
  if (/^[!-@[-~]+(?: [!-@[-~]+)*$/.test(label)) return label
  return downcase(label.replace(/[ \t\r\n\f\v]+/g, ' '))
}
