import { type Span, lineStarts, positionAt, sliceSpan } from '../../text/index.ts'
import type { FoundProblem } from '../problem.ts'
import { brokenLinks } from './broken-links.ts'
import { type LinkModel, readLinks } from './link-model.ts'
import { hasLiquid, withoutLiquid } from './liquid-address.ts'
import { missingFragments } from './missing-fragments.ts'
import { nearestLabel } from './nearest-label.ts'
import { removeDefinitions } from './remove-definitions.ts'
import { unusedDefinitions } from './unused-definitions.ts'

/** What is wrong with the links of a post, or not as its author will think, with what one click would change. */
export function linkProblems(source: string): FoundProblem[] {
  const links = readLinks(source)
  return [
    ...undefinedReferences(source, links),
    ...overruled(source, links),
    ...unused(source, links),
    ...emptyLinks(links),
    ...spaces(source, links),
    ...brokenLinks(source, links),
    ...missingFragments(source, links),
  ].toSorted((a, b) => a.span.from - b.span.from)
}

/** Brackets writers mean as brackets: `[…]`, `[sic]`, `[x]`, `[12]`. */
const plainBrackets = /^\[(?:\s*|x|X|\d+|…|\.{3}|sic|\?|!)\]$/

function undefinedReferences(source: string, links: LinkModel): FoundProblem[] {
  const labels = links.definitions.map(definition => definition.label)
  let end = 0
  return links.undefined
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .flatMap(span => {
      const written = sliceSpan(source, span)
      // The brackets inside of a reference that was named already are not a second one.
      if (span.from < end || plainBrackets.test(written)) return []
      end = span.to
      const [, text = '', label] = /^!?\[([\s\S]*?)\](?:\s*\[([\s\S]*)\])?$/.exec(written) ?? []
      const name = label || text
      const better = nearestLabel(name, labels)
      const fix = better ?? (label === undefined ? undefined : '')
      return [
        {
          code: 'link.missing-definition',
          // Without a label it may as well be words in brackets.
          severity: fix === undefined ? ('info' as const) : ('warning' as const),
          message: `Nothing says where “${name.trim()}” leads. The page shows it as it is written.`,
          span,
          ...(fix !== undefined && { fix: fixReference(span, written, text, fix) }),
        },
      ]
    })
}

function fixReference(span: Span, written: string, text: string, better: string) {
  if (better === '') return { title: 'Make it plain words', edits: [{ ...span, insert: text }] }
  const insert = `${written.startsWith('!') ? '!' : ''}[${text}][${better}]`
  return { title: `Use the label “${better}”`, edits: [{ ...span, insert }] }
}

function overruled(source: string, { definitions, find }: LinkModel): FoundProblem[] {
  const starts = lineStarts(source)
  return definitions
    .filter(definition => definition.overruled)
    .map(definition => {
      const { label, url, span } = definition
      const taken = find(label)!
      const { line } = positionAt(starts, taken.span.from)
      return {
        code: 'link.duplicate-definition',
        severity: taken.url === url ? ('info' as const) : ('warning' as const),
        message: `“${label}” is defined again on line ${line}, and Jekyll takes that one: ${taken.url}`,
        span,
        fix: { title: 'Take this definition out', edits: removeDefinitions(source, [definition]) },
      }
    })
}

function unused(source: string, links: LinkModel): FoundProblem[] {
  return unusedDefinitions(links)
    .filter(definition => !definition.overruled)
    .map(definition => ({
      code: 'reference.unused',
      severity: 'info' as const,
      message: `No link of this post uses the definition “${definition.label}”.`,
      span: definition.span,
      fix: { title: 'Take the definition out', edits: removeDefinitions(source, [definition]) },
    }))
}

function emptyLinks({ uses }: LinkModel): FoundProblem[] {
  return uses.flatMap(({ type, text, url, span }) => {
    if (url === '')
      return [
        {
          code: 'link.empty-address',
          severity: 'warning' as const,
          message: type === 'link' ? 'This link leads nowhere.' : 'This picture has no address.',
          span,
        },
      ]
    if (type === 'image' || text.trim() !== '') return []
    return [
      {
        code: 'link.empty-text',
        severity: 'warning' as const,
        message: 'This link has no words, so nobody can see or follow it.',
        span,
      },
    ]
  })
}

/** kramdown takes white space into the address; browsers and feed readers do not agree on what to make of it. */
function spaces(source: string, { definitions, uses }: LinkModel): FoundProblem[] {
  const addresses = [
    ...definitions.map(({ url, urlSpan }) => ({ url, span: urlSpan })),
    ...uses
      .filter(use => use.style === 'inline')
      .map(({ url, tailSpan }) => {
        const from = source.indexOf(url, tailSpan.from)
        return { url, span: { from, to: from + url.length } }
      }),
  ]
  return addresses
    .filter(({ url, span }) => /\s/.test(withoutLiquid(url)) && span.from >= 0)
    .map(({ url, span }) => ({
      code: 'link.space-in-address',
      severity: 'warning' as const,
      message: `There is a space in the address “${url}”. Not every browser will follow it.`,
      span,
      ...(!hasLiquid(url) && {
        fix: {
          title: 'Write %20 for spaces',
          edits: [{ ...span, insert: url.replace(/\s+/g, '%20') }],
        },
      }),
    }))
}
