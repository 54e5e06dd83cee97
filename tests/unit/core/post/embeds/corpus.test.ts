import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findEmbeds, isRefusal, recogniseEmbed, swapEmbed } from '../../../../../core/post/embeds/index.ts'
import { applyEdits } from '../../../../../core/text/index.ts'
import labels from '../../../../corpus/embeds-in-blogs.json' with { type: 'json' }

const shared = resolve(import.meta.dirname, '../../../../../../shared')
const blogs = join(shared, 'corpora/blogs')
const cases = join(shared, 'corpora/embed-cases.json')
const seed = join(shared, 'seed')

interface EmbedCase {
  readonly input: string
  readonly provider: string | null
  readonly kind: string
  readonly id: string | null
  readonly params: Record<string, unknown>
  readonly offlineResolvable: boolean
  readonly expectedEmbedSrc?: string | null
}

// What it reads is other people’s and lies beside the project, not in it.
test.skipIf(!existsSync(cases))('every embed case is recognised as it should be', () => {
  const all = JSON.parse(readFileSync(cases, 'utf8')) as EmbedCase[]
  const wanted = all.map(({ provider, kind, id, params, offlineResolvable, expectedEmbedSrc = null }) => ({
    provider,
    kind,
    id,
    params,
    offlineResolvable,
    embedSrc: expectedEmbedSrc,
  }))
  const got = all.map(({ input }) => {
    const embed = recogniseEmbed(input)
    if (isRefusal(embed))
      return {
        provider: null,
        kind: 'rejected',
        id: null,
        params: { reason: embed.reason },
        offlineResolvable: false,
        embedSrc: null,
      }
    const { provider, kind, id, params, offlineResolvable, embedSrc = null } = embed
    return { provider, kind, id, params, offlineResolvable, embedSrc }
  })
  expect(all.length).toBeGreaterThan(200)
  expect(got).toEqual(wanted)
})

// The blogs are other people’s: they lie beside the project, not in it.
describe.skipIf(!existsSync(blogs))('sixteen real blogs', () => {
  const posts = () =>
    readdirSync(blogs).flatMap(blog => {
      const source = join(blogs, blog, 'source')
      return readdirSync(source, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile() && /\.(?:md|markdown|html)$/.test(entry.name))
        .map(entry => join(entry.parentPath, entry.name))
        .map(path => ({ blog, path: relative(source, path), source: readFileSync(path, 'utf8') }))
    })

  test('their embeds are found, and nothing that is none', () => {
    const name = (entry: object) => JSON.stringify(entry)
    const found = posts().flatMap(({ blog, path, source }) =>
      findEmbeds(source).map(({ line, embed: { provider, id } }) =>
        name({ blog, path, line, provider, id: provider === 'generic' ? null : id }),
      ),
    )
    const wanted = new Set(labels.map(name))
    const missed = [...wanted].filter(label => !found.includes(label))
    const invented = found.filter(label => !wanted.has(label))
    expect(labels.length).toBeGreaterThanOrEqual(150)
    expect({ missed, invented }).toEqual({ missed: [], invented: [] })
  })

  test('the embeds of each post are those on the page that Jekyll makes of it', () => {
    const itemsOf = (text: string) =>
      findEmbeds(text)
        .filter(({ form }) => form !== 'front-matter')
        // An include may put a folder before the path of a deck.
        .map(({ embed: { provider, id } }) =>
          id?.startsWith('/') ? 'a page of the site' : `${provider} ${id}`,
        )
        .toSorted()
    const sources = new Map(posts().map(({ blog, path, source }) => [`${blog}/${path}`, source]))
    const different = readdirSync(blogs).flatMap(blog => {
      const { documents } = JSON.parse(readFileSync(join(blogs, blog, 'expected.json'), 'utf8')) as {
        readonly documents: readonly { readonly path: string; readonly content_html: string | null }[]
      }
      return documents.flatMap(({ path, content_html: html }) => {
        const source = sources.get(`${blog}/${path}`)
        if (source === undefined || !html) return []
        const shown = itemsOf(html.replace(/<(pre|code)\b[\s\S]*?<\/\1>/g, ''))
        return itemsOf(source)
          .filter(item => !shown.includes(item))
          .concat(shown.filter(item => !itemsOf(source).includes(item)))
      })
    })
    // Its tag lacks a blank between two attributes, so kramdown shows it as text.
    expect(different).toEqual(['youtube eaWy5mliO38'])
  })

  test('swapping an embed and swapping it back gives identical bytes, and shows the other one meanwhile', () => {
    const others: Record<string, string> = {
      youtube: 'lEcTeRn-_01',
      speakerdeck: 'fedcba9876543210fedcba9876543210',
      vimeo: '918273645',
      slideshare: '91827364',
      gist: 'lectern/fedcba9876543210fedcba9876543210',
      x: '918273645918273645',
      file: '/assets/other.mp4',
      'reveal.js': '/other/deck/',
      generic: 'https://frames.example/other',
    }
    let swapped = 0
    for (const { path, source } of posts()) {
      for (const [index, entry] of findEmbeds(source).entries()) {
        const { provider, id, pageUrl } = entry.embed
        const there = swapEmbed(source, entry, others[provider]!)
        if (isRefusal(there)) throw new Error(`${path}: ${there.message}`)
        const between = applyEdits(source, there)
        const now = findEmbeds(between)[index]!
        expect(now.embed.provider).toBe(provider)
        expect(between).not.toBe(source)
        const back = swapEmbed(between, now, id ?? pageUrl!)
        if (isRefusal(back)) throw new Error(`${path}: ${back.message}`)
        expect(applyEdits(between, back)).toBe(source)
        swapped++
      }
    }
    expect(swapped).toBe(labels.length)
  })
})

// What it reads is other people’s and lies beside the project, not in it.
test.skipIf(!existsSync(seed))('the seed post’s video is replaced as its author replaced it', () => {
  const before = readFileSync(join(seed, 'history-3-update-added-14-july.md'), 'utf8')
  const after = readFileSync(join(seed, 'history-4-video-replaced-25-september.md'), 'utf8')
  const video = findEmbeds(before).find(({ embed }) => embed.provider === 'youtube')!
  const edits = swapEmbed(before, video, 'https://www.youtube.com/watch?v=nZLy19eRWLk')
  if (isRefusal(edits)) throw new Error(edits.message)
  const line = video.line - 1
  const result = applyEdits(before, edits).split('\n')
  expect(result[line]).toBe(after.split('\n')[line])
  expect(result.toSpliced(line, 1)).toEqual(before.split('\n').toSpliced(line, 1))
})
