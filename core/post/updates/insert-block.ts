import { type TextEdit, lineEnding } from '../../text/index.ts'
import { splitFrontMatter } from '../front-matter.ts'

/** A block put between others: the edit, and where its own first character is in it. */
export interface BlockInsertion extends TextEdit {
  readonly leading: number
}

/** Puts Markdown blocks at an offset, with exactly one blank line to what stands before and after. */
export function insertBlock(source: string, at: number, content: string): BlockInsertion {
  const newline = lineEnding(source)
  const text = content.replace(/\r?\n/g, newline)
  const before = newline.repeat(missingBefore(source, at))
  const after = newline.repeat(missingAfter(source, at))
  return { from: at, to: at, insert: before + text + after, leading: before.length }
}

function missingBefore(source: string, at: number): number {
  if (at === 0 || at === splitFrontMatter(source).body.from) return 0
  return Math.max(0, 2 - newlines(/(?:[ \t]*\r?\n)*[ \t]*$/.exec(source.slice(0, at))?.[0] ?? ''))
}

function missingAfter(source: string, at: number): number {
  const following = /^(?:[ \t]*\r?\n)*[ \t]*/.exec(source.slice(at))?.[0] ?? ''
  const endsHere = at + following.length === source.length
  if (endsHere) return newlines(following) > 0 || !source.endsWith('\n') ? 0 : 1
  return Math.max(0, 2 - newlines(following))
}

function newlines(text: string): number {
  return text.split('\n').length - 1
}
