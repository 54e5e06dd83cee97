/** Slides, video, feedback and code a post shows or links. */
import { findEmbeds, isRefusal, recogniseEmbed } from '../embeds/index.ts'
import { splitFrontMatter } from '../front-matter.ts'
import { maskUnwritten } from '../updates/prose.ts'

export interface TalkLinks {
  readonly slides: string | null
  readonly video: string | null
  readonly feedback: string | null
  readonly code: string | null
  /** The first document linked, whatever its words. */
  readonly document: string | null
  /** Whether the slides are shown in the post and not only linked. */
  readonly showsSlides: boolean
  readonly showsVideo: boolean
}

interface Link {
  readonly text: string
  readonly address: string
  /** The heading it stands under. */
  readonly heading: string
}

const slideWords =
  /\b(?:slides?|slide\s?deck|deck|slajdy|prezent[aá]ci[aeu]|folien|diapos\w*|diaporama|transparents?|diapositivas|slide|lucidi|dias|kalvot)\b/i
const videoWords =
  /(?:\b(?:video|videos|recording|recorded|watch|záznam\w*|zaznam\w*|nahrávk\w*|vidéo|captation|aufzeichnung|grabación|gravação|registrazione|nagranie)\b|видео|録画|동영상)/iu
const documentFile = /\.(?:pdf|pptx?|key|odp|html?)(?:[?#]|$)/i
const feedbackWords = /\b(?:feedback|rate (?:it|this|my|the)|rating|survey|joind\.in)\b/i
const codeWords = /\b(?:code|demo|source|tooling|tools?|repo(?:sitory)?|examples?|samples?)\b/i

/** Reads them from the embeds and the links of a post. */
export function readTalkLinks(source: string): TalkLinks {
  const embeds = findEmbeds(source).map(({ embed }) => embed)
  const links = readLinks(source)
  const shown = (kind: string): string | undefined => {
    const embed = embeds.find(candidate => candidate.kind === kind)
    return embed && (embed.pageUrl ?? embed.embedSrc ?? embed.id ?? undefined)
  }
  const shownSlides = shown('slides') ?? hosted(links, 'slides', isShown)
  const shownVideo = shown('video') ?? hosted(links, 'video', isShown)
  const find = (words: RegExp, test: (link: Link) => boolean): string | undefined =>
    links.find(link => (words.test(link.text) || words.test(link.heading)) && test(link))?.address
  const slides =
    shownSlides ?? find(slideWords, link => documentFile.test(link.address) || kindOf(link) === 'slides')
  const video =
    shownVideo ?? find(videoWords, link => kindOf(link) === 'video' || videoWords.test(link.address))
  return {
    slides: slides ?? null,
    video: video ?? null,
    feedback:
      links.find(link => feedbackWords.test(link.text) || /feedback/i.test(link.address))?.address ?? null,
    code:
      links.find(
        link =>
          /\/\/(?:www\.)?(?:github|gitlab|codeberg|bitbucket)\.\w+\/[^/]+\/[^/]+/.test(link.address) &&
          codeWords.test(link.text),
      )?.address ?? null,
    document: links.find(link => /\.(?:pdf|pptx?|key|odp)(?:[?#]|$)/i.test(link.address))?.address ?? null,
    showsSlides: shownSlides !== undefined,
    showsVideo: shownVideo !== undefined,
  }
}

function isShown(link: Link): boolean {
  return link.text === ''
}

function hosted(links: readonly Link[], kind: string, test: (link: Link) => boolean): string | undefined {
  return links.find(link => test(link) && kindOf(link) === kind)?.address
}

function kindOf({ address }: Link): string | undefined {
  if (!/^https?:/.test(address)) return undefined
  const embed = recogniseEmbed(address)
  return isRefusal(embed) ? undefined : embed.kind
}

const link =
  /!?\[((?:[^[\]]|\[[^\]]*\])*)\]\(\s*<?([^)\s>]+)[^)]*\)|<a\s[^>]*?href=["']([^"']+)["'][^>]*>([\s\S]*?)<\/a>|<(https?:[^>\s]+)>|data-args=["']([^"'\s]+)["']|!?\[([^\]]+)\]\[([^\]]*)\]/gi

/** Every link, with its words; an address in an attribute of markup has none. */
function readLinks(source: string): Link[] {
  const text = maskUnwritten(source)
  const { body } = splitFrontMatter(source)
  const definitions = new Map(
    [...text.matchAll(/^ {0,3}\[([^\]\n]+)\]:[ \t]*<?([^\s>]+)>?/gm)].map(
      match => [match[1]!.toLowerCase(), match[2]!] as const,
    ),
  )
  const headings = [...text.matchAll(/^ {0,3}#{1,6}[ \t]+(.+)$/gm)].map(match => ({
    at: match.index,
    text: match[1]!,
  }))
  return [...text.slice(body.from).matchAll(link)].flatMap(match => {
    const [whole, words, inline, href, anchor, auto, argument, label, reference] = match
    if (whole.startsWith('!')) return []
    const address =
      inline ?? href ?? auto ?? argument ?? definitions.get((reference || label || '').toLowerCase())
    if (address === undefined) return []
    const heading = headings.findLast(({ at }) => at < match.index + body.from)?.text ?? ''
    return [
      { text: (words ?? anchor ?? label ?? auto ?? '').replace(/<[^>]*>/g, ' ').trim(), address, heading },
    ]
  })
}
