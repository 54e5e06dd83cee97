import { AbbreviationMatcher } from './abbreviations.ts'
import { type BlockGrammar, BlockParser } from './block-parser.ts'
import { blockGrammar } from './block/index.ts'
import { type Definition, type Element, createElement, createLeaf } from './element.ts'
import { addHeaderIds, breakLines, gfmBlockGrammar, gfmHeaderText, gfmSpanRules } from './gfm/index.ts'
import { type Options, defaultOptions } from './options.ts'
import { ParserState } from './parser-state.ts'
import { sourceTextOf } from './source-text.ts'
import { smartyPantsBlocks, smartyPantsSpans } from './smarty-pants.ts'
import { type SpanRuleSet, createRuleSet } from './span-parser.ts'
import { spanRules } from './span/index.ts'
import { type FinishText, type HeaderText, type Update, plainHeaderText, updateTree } from './update-tree.ts'
import type { Warning } from './warnings.ts'

/** A document: its blocks, what it defines, and the options it sets itself. */
export interface Root extends Element {
  readonly type: 'root'
  /** All definitions in the order of the source, overruled ones too. They put nothing out. */
  readonly definitions: readonly Definition[]
  /** Abbreviation → what it stands for, and the attributes it is given. */
  readonly abbreviations: ReadonlyMap<string, { readonly text: string; readonly mark: Element }>
  /** Set by `{::options}`; the converter follows them too. */
  readonly inlineOptions: Readonly<Record<string, unknown>>
}

export interface ParsedDocument {
  readonly root: Root
  readonly warnings: readonly Warning[]
}

/** What is particular to an input format. */
interface Dialect {
  readonly blocks: BlockGrammar
  readonly spans: SpanRuleSet
  readonly headerText: HeaderText
  readonly finishText: FinishText | undefined
}

const plain: Dialect = {
  blocks: blockGrammar,
  spans: createRuleSet(spanRules),
  headerText: plainHeaderText,
  finishText: undefined,
}

const smartyPants: Dialect = { ...plain, blocks: smartyPantsBlocks, spans: smartyPantsSpans }

const gfmDialects = new Map<string, Dialect>()

function dialectOf(options: Options): Dialect {
  if (options.input === 'SmartyPants') return smartyPants
  if (options.input !== 'GFM') return plain
  const key = `${options.hard_wrap} ${options.gfm_quirks.join(',')}`
  const known = gfmDialects.get(key)
  if (known) return known
  const dialect: Dialect = {
    blocks: gfmBlockGrammar(options.gfm_quirks),
    spans: gfmSpanRules(options),
    headerText: gfmHeaderText,
    finishText: breakLines(options.hard_wrap),
  }
  gfmDialects.set(key, dialect)
  return dialect
}

/**
 * Reads a document as kramdown does. Any text is one; what is wrong with it is said in `warnings`.
 *
 * @param source the text after the front matter; spans are offsets in it
 * @param options those that differ from kramdown's defaults
 */
export function parse(source: string, options: Partial<Options> = {}): ParsedDocument {
  const all: Options = { ...defaultOptions, ...options }
  const isGfm = all.input === 'GFM'
  const dialect = dialectOf(all)
  const state = new ParserState(source, isGfm ? { ...all, auto_id_stripping: true } : all, dialect.spans)
  const root = createElement('root', { from: 0, to: source.length })
  const parser = new BlockParser(sourceTextOf(source), root, state, dialect.blocks)
  if (source === '') root.children.push(createLeaf('blank', root.span, '\n'))
  else parser.parseInto(root)
  const update: Update = {
    state,
    headerText: dialect.headerText,
    finishText: dialect.finishText,
    abbreviations:
      state.abbreviations.size > 0
        ? new AbbreviationMatcher(state.abbreviations.values(), state.options.version)
        : undefined,
    headers: [],
  }
  updateTree(root, update, true)
  updateFootnotes(state, update)
  if (isGfm) addHeaderIds(update.headers, state.options)
  return { root: rootOf(root, state), warnings: state.finishWarnings() }
}

/** The text of footnotes, which what is particular to GFM does not reach (kramdown.rb, parse). */
function updateFootnotes(state: ParserState, update: Update): void {
  for (const footnote of state.footnotes.values()) updateTree(footnote.content, update, false)
  for (const footnote of state.footnotes.values())
    if (footnote.markers === 0) state.warn('footnote.unused', footnote.span, footnote.name)
}

function rootOf(root: Element, state: ParserState): Root {
  return Object.assign(root, {
    definitions: state.definitions(),
    abbreviations: state.abbreviations,
    inlineOptions: state.inlineOptions,
  }) as Root
}
