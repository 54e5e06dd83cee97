/** The keys of an author's posts, for a form that adds one. */
import type { Field, FieldKind } from './field.ts'
import { readFrontMatter } from './read-front-matter.ts'

/** One key as the author's posts have it. */
export interface FieldHabit {
  readonly name: string
  /** Posts that have it; 0 for one that Jekyll itself reads and no post has. */
  readonly count: number
  /** What it holds where it holds something. */
  readonly kind: FieldKind
  /** The short texts that several posts have here, the most used first. */
  readonly values: readonly UsedValue[]
}

export interface UsedValue {
  readonly value: string
  /** Posts that have it. */
  readonly count: number
}

/** What the posts teach of front matter. */
export interface FieldHabits {
  /** The most used first, then what Jekyll itself reads. */
  readonly fields: readonly FieldHabit[]
  /** The keys of each post in their order, without those that say the same. */
  readonly orders: readonly (readonly string[])[]
}

/** Keys Jekyll reads in a post (Jekyll docs, “Front Matter”). */
const ofJekyll: readonly FieldHabit[] = [
  ['title', 'text'],
  ['date', 'date'],
  ['layout', 'text'],
  ['tags', 'list'],
  ['categories', 'list'],
  ['description', 'text'],
  ['permalink', 'text'],
  ['published', 'boolean'],
  ['lang', 'text'],
].map(([name, kind]) => ({ name: name!, kind: kind as FieldKind, count: 0, values: [] }))

/** Longer texts are said once. */
const longestValue = 60

/** @param posts texts, the newest first */
export function learnFields(posts: readonly string[]): FieldHabits {
  const seen = new Map<string, Field[]>()
  const orders = new Map<string, readonly string[]>()
  for (const source of posts) {
    const { fields } = readFrontMatter(source)
    const names = fields.map(({ name }) => name)
    orders.set(names.join('\n'), names)
    for (const field of fields) seen.set(field.name, [...(seen.get(field.name) ?? []), field])
  }
  const used = [...seen].map(([name, fields]) => ({
    name,
    count: fields.length,
    kind: usualKind(fields),
    values: usedValues(fields),
  }))
  const others = ofJekyll.filter(({ name }) => !seen.has(name))
  return {
    fields: [...used.toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name)), ...others],
    orders: [...orders.values()],
  }
}

/** A key that is empty here and there is still what it is where it holds something. */
function usualKind(fields: readonly Field[]): FieldKind {
  const kinds = counted(fields.map(({ kind }) => kind).filter(kind => kind !== 'empty'))
  return kinds[0]?.[0] ?? 'text'
}

function usedValues(fields: readonly Field[]): UsedValue[] {
  const texts = fields.flatMap(({ value }) =>
    typeof value === 'string' && value.length <= longestValue ? [value] : [],
  )
  return counted(texts)
    .filter(([, count]) => count > 1)
    .map(([value, count]) => ({ value, count }))
}

/** The most frequent first. */
function counted<T>(values: readonly T[]): (readonly [T, number])[] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])
}

/**
 * The key of a post behind which a new one comes as the author's posts have it: where the fewest of the keys around it
 * stand on the wrong side. Undefined stands for the first place; the last key for where no post says otherwise.
 *
 * @param names the keys of the post, in their order
 */
export function placeOfField(
  names: readonly string[],
  name: string,
  orders: FieldHabits['orders'],
): string | undefined {
  const sides = names.map(other => sideOf(other, name, orders))
  // At the first place everything stands behind it; each step on puts one key before it.
  let wrong = sides.reduce((sum, { before }) => sum + before, 0)
  let best = { place: 0, wrong }
  for (const [index, { before, after }] of sides.entries()) {
    wrong += after - before
    const isKnown = before + after > 0
    // Among places that are as good, the one right behind a key that the posts know.
    if (wrong < best.wrong || (wrong === best.wrong && isKnown)) best = { place: index + 1, wrong }
  }
  const knowsAny = sides.some(({ before, after }) => before + after > 0)
  return knowsAny ? names[best.place - 1] : names.at(-1)
}

/** How many orders have `other` before and after `name`. */
function sideOf(
  other: string,
  name: string,
  orders: FieldHabits['orders'],
): { readonly before: number; readonly after: number } {
  let before = 0
  let after = 0
  for (const order of orders) {
    const [at, otherAt] = [order.indexOf(name), order.indexOf(other)]
    if (at < 0 || otherAt < 0) continue
    if (otherAt < at) before++
    else after++
  }
  return { before, after }
}
