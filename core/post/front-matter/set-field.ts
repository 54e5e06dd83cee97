/**
 * Changes of single fields, made at the places YAML itself gives: the rest of the front matter, its comments, quotes
 * and order, stays as it is to the byte.
 */
import { type YAMLSeq, isScalar, isSeq } from 'yaml'
import { LecternError } from '../../errors.ts'
import { type TextEdit, applyEdits, lineEnding } from '../../text/index.ts'
import { splitFrontMatter } from '../front-matter.ts'
import { type FieldPath, type FieldValue, pathOf } from './field.ts'
import { editItems } from './list-edits.ts'
import { type SourceMap, type SourceNode, type SourcePair, mapIn, topMap } from './yaml-source.ts'
import { type ScalarPlace, type ScalarStyle, writeLiteral, writeScalar } from './write-scalar.ts'
import { expectField, expectNoField } from './verify.ts'

/** Where a new key goes among those that are there. */
export interface FieldPlace {
  readonly behind: string | undefined
}

/**
 * Gives a field a value: changes it, clears it (`null`) or adds it after the last one.
 *
 * @param field a key, or the way to one inside a mapping
 * @param place where a new key goes: behind the one named, or first where none is
 * @throws LecternError 'front-matter.not-representable' where the result would not be read as exactly this change
 */
export function setField(
  source: string,
  field: FieldPath,
  value: FieldValue,
  place?: FieldPlace,
): TextEdit[] {
  const path = pathOf(field)
  const edits = editsToSet(source, path, value, place)
  if (!edits || !expectField(source, applyEdits(source, edits), path, value)) throw refused(path)
  return edits
}

/**
 * Takes a field's lines out. Nothing happens where there is no such field.
 *
 * @throws LecternError 'front-matter.not-representable' as {@link setField}
 */
export function removeField(source: string, field: FieldPath): TextEdit[] {
  const path = pathOf(field)
  const found = findPairs(source, path)
  if (!found) throw refused(path)
  if (found.pairs.length === 0) return []
  if (found.map.isFlow) throw refused(path)
  // A key written twice counts once in Ruby, the last: both go, or the first would come to light.
  const edits = found.pairs.map(pair => ({ ...pair.lines, insert: '' }))
  if (!expectNoField(source, applyEdits(source, edits), path)) throw refused(path)
  return edits
}

function refused(path: readonly string[]): LecternError {
  return new LecternError('front-matter.not-representable', [path.join('.')])
}

interface FoundPairs {
  readonly map: SourceMap
  readonly pairs: readonly SourcePair[]
}

/** The pairs of a path's last name, and the mapping they stand in; undefined where there is no such mapping. */
function findPairs(source: string, path: readonly string[]): FoundPairs | undefined {
  let map = topMap(source)
  for (const name of path.slice(0, -1)) {
    const holder = map?.pairs.findLast(pair => pair.name === name)
    map = holder ? mapIn(source, holder) : undefined
  }
  return map && { map, pairs: map.pairs.filter(pair => pair.name === path.at(-1)) }
}

function editsToSet(
  source: string,
  path: readonly string[],
  value: FieldValue,
  place: FieldPlace | undefined,
): TextEdit[] | undefined {
  const found = findPairs(source, path)
  const pair = found?.pairs.at(-1)
  if (pair) return changeValue(source, pair, value, found?.map.isFlow ? 'flow' : 'block')
  if (found) return found.map.isFlow ? undefined : addPair(source, found.map, path, value, place)
  if (path.length === 2 && topMap(source)) return addMapping(source, path, value)
  return splitFrontMatter(source).yaml ? undefined : addFrontMatter(source, path, value)
}

function addFrontMatter(source: string, path: readonly string[], value: FieldValue): TextEdit[] | undefined {
  const [name] = path
  if (name === undefined || path.length > 1) return undefined
  const newline = lineEnding(source)
  const { body } = splitFrontMatter(source)
  const lines = ['---', keyAndValue(source, name, value, ''), '---', '', '']
  return [{ from: body.from, to: body.from, insert: lines.join(newline) }]
}

function addPair(
  source: string,
  map: SourceMap,
  path: readonly string[],
  value: FieldValue,
  place: FieldPlace | undefined,
): TextEdit[] {
  const [first] = map.pairs
  const last = map.pairs.at(-1)
  const behind = place && map.pairs.findLast(pair => pair.name === place.behind)
  const end = last ? last.lines.to : (splitFrontMatter(source).yaml?.to ?? source.length)
  const isFirst = first && place && place.behind === undefined
  const at = isFirst ? first.lines.from : (behind?.lines.to ?? end)
  const insert =
    keyAndValue(source, path.at(-1) ?? '', value, ' '.repeat(last?.indent ?? 0)) + lineEnding(source)
  return [{ from: at, to: at, insert }]
}

function addMapping(source: string, path: readonly string[], value: FieldValue): TextEdit[] | undefined {
  const map = topMap(source)
  const [outer, inner] = path
  if (!map || map.isFlow || outer === undefined || inner === undefined) return undefined
  const newline = lineEnding(source)
  const line = keyAndValue(source, inner, value, '  ')
  const holder = map.pairs.findLast(pair => pair.name === outer)
  if (holder?.value) return undefined
  if (holder) return [{ from: holder.afterColon, to: holder.afterColon, insert: newline + line }]
  const at = map.pairs.at(-1)?.lines.to ?? splitFrontMatter(source).yaml?.to ?? source.length
  return [{ from: at, to: at, insert: `${writeKey(outer)}:${newline}${line}${newline}` }]
}

/** A whole line (or lines) for a new field, without the last line ending. */
function keyAndValue(source: string, name: string, value: FieldValue, indent: string): string {
  const key = `${indent}${writeKey(name)}:`
  if (value === null) return key
  const list = Array.isArray(value) && value.length > 0 ? blockListBelow(source, value, indent) : undefined
  return list ? key + list : `${key} ${writeInline(value, 'plain', 'block')}`
}

function writeKey(name: string): string {
  return writeScalar(name, 'plain', 'flow')
}

function changeValue(
  source: string,
  pair: SourcePair,
  value: FieldValue,
  place: ScalarPlace,
): TextEdit[] | undefined {
  if (!pair.value) return fillValue(source, pair, value)
  const { node, span } = pair.value
  if (hasProperties(node)) return undefined
  if (value === null) return [{ from: pair.afterColon, to: contentTo(source, span.to), insert: '' }]
  if (Array.isArray(value) && isSeq(node)) {
    const edits = editItems(source, pair, node as YAMLSeq, value)
    if (edits) return edits
  }
  const indent = ' '.repeat(pair.indent)
  if (Array.isArray(value) && value.length > 0 && place === 'block') {
    const list = blockListBelow(source, value, indent)
    if (list) return [{ from: pair.afterColon, to: contentTo(source, span.to), insert: list }]
  }
  return [
    {
      from: pair.afterColon,
      to: contentTo(source, span.to),
      insert: valueAfterColon(source, pair, pair.value, value, place),
    },
  ]
}

/** The text after the colon, with the blanks the author puts there. */
function valueAfterColon(
  source: string,
  pair: SourcePair,
  old: SourceNode,
  value: Exclude<FieldValue, null>,
  place: ScalarPlace,
): string {
  const between = source.slice(pair.afterColon, old.span.from)
  const blank = /^[ \t]+$/.test(between) ? between : ' '
  if (typeof value === 'string' && value.includes('\n') && isBlockScalar(old)) {
    const newline = lineEnding(source)
    const literal = writeLiteral(value, ' '.repeat(pair.indent + 2), newline)
    if (literal) return blank + literal.slice(0, -newline.length)
  }
  return blank + writeInline(value, styleOf(old), place)
}

/** A field with nothing after its colon gets a value; a comment there stays. */
function fillValue(source: string, pair: SourcePair, value: FieldValue): TextEdit[] | undefined {
  if (value === null) return []
  const blanks = /[ \t]*/y
  blanks.lastIndex = pair.afterColon
  const after = pair.afterColon + (blanks.exec(source)?.[0].length ?? 0)
  const to = source[after] === '#' ? pair.afterColon : after
  const list =
    Array.isArray(value) && value.length > 0
      ? blockListBelow(source, value, ' '.repeat(pair.indent))
      : undefined
  if (list && source[after] === '#') return undefined
  return [{ from: pair.afterColon, to, insert: list ?? ` ${writeInline(value, 'plain', 'block')}` }]
}

/** Before the line ending a block scalar takes with it. */
function contentTo(source: string, to: number): number {
  if (source[to - 1] !== '\n') return to
  return source[to - 2] === '\r' ? to - 2 : to - 1
}

function writeInline(value: Exclude<FieldValue, null>, style: ScalarStyle, place: ScalarPlace): string {
  if (typeof value !== 'object') return writeScalar(value, style, place)
  if ('text' in value) return value.text
  return `[${value.map(item => writeScalar(item, 'plain', 'flow')).join(', ')}]`
}

/** The items below their key, where the author's other lists stand so; undefined where they stand in brackets. */
function blockListBelow(
  source: string,
  items: readonly (string | number | boolean)[],
  keyIndent: string,
): string | undefined {
  const model = (topMap(source)?.pairs ?? []).find(pair => hasItems(pair.value?.node))
  if (!model?.value || (model.value.node as YAMLSeq).flow === true) return undefined
  const marker = /[ \t]*-[ \t]+$/.exec(source.slice(model.afterColon, firstItem(model.value)))?.[0] ?? '  - '
  const newline = lineEnding(source)
  return items.map(item => `${newline}${keyIndent}${marker}${writeScalar(item, 'plain', 'block')}`).join('')
}

function hasItems(node: unknown): boolean {
  return isSeq(node) && node.items.length > 0
}

function firstItem(list: SourceNode): number {
  const [item] = (list.node as YAMLSeq).items
  return (item as { range?: [number] } | undefined)?.range?.[0] ?? 0
}

function styleOf({ node }: SourceNode): ScalarStyle {
  if (!isScalar(node)) return 'plain'
  if (node.type === 'QUOTE_DOUBLE') return 'double'
  return node.type === 'QUOTE_SINGLE' ? 'single' : 'plain'
}

function isBlockScalar({ node }: SourceNode): boolean {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
}

function hasProperties(node: { anchor?: string; tag?: string }): boolean {
  return Boolean(node.anchor || node.tag)
}
