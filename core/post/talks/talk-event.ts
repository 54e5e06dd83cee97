/** Event and place of a talk, from the words of its post. */

const word = String.raw`(?:\p{Lu}|\d)[\p{L}\p{N}&+'’-]*(?:\.[\p{L}\p{N}]+)*`
const name = String.raw`(${word}(?:\s+(?:(?:of|de|du|des|on|the|for|and|&|la)\s+)?${word}){0,5})`
const at = new RegExp(
  String.raw`(?<!\p{L})(?:at|@|to|na konferencii|z konferencie|konferencie|à|au|auf der|bei der|beim|en la|no|na)\s+(?:the\s+|la\s+|my\s+)?[*_[]*${name}`,
  'gu',
)
const adjective = new RegExp(
  String.raw`(?<!\p{L})(?:my|our|mojej|svojej|ma|mein\p{L}*)\s+[*_[]*${name}\]?[*_]*\s+(?:Briefings\s+)?(?:talk|session|keynote|presentation|slides|workshop|tutorial)`,
  'gu',
)
const inPlace = new RegExp(String.raw`(?<!\p{L})(?:in|v|vo|à|en)\s+[*_[]*${name}`, 'gu')
const notEvents =
  /^(?:I|The|This|That|GitHub|YouTube|Twitter|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Markdown|Jekyll|\d+)$/

/** The event a talk post names, in its title or its opening words. */
export function eventIn(title: string, opening: string): string | undefined {
  const words = sentences(plain(opening))
    .filter(sentence => talkWords.test(sentence))
    .join('\n')
  return (
    lastOf(plain(title), /\b(?:at|@|na)\b/i.test(title) ? at : undefined) ??
    firstOf(words, adjective) ??
    firstOf(words, at) ??
    eventTitle(plain(title))
  )
}

const talkWords =
  /talk|speak|spoke|present|slide|session|tutorial|workshop|keynote|lecture|deliver|record|demo|prednášk|vortrag|charla|ponencia|palestra|conf[eé]r/i

function sentences(text: string): string[] {
  return text.split(/(?<=[.!?])\s+/)
}

/** The place a talk post names beside its event. */
export function placeIn(event: string | undefined, opening: string): string | undefined {
  if (event === undefined) return undefined
  const text = plain(opening)
  const start = text.indexOf(event)
  if (start < 0) return undefined
  // A name further on, as in “people interested in Music”, is no place.
  const beside =
    /^\W{0,4}(?:\p{L}+\s){0,2}(?:in|v|vo|à|en)\s.{0,80}/u.exec(text.slice(start + event.length))?.[0] ?? ''
  return firstOf(beside.split(/[.!?]/)[0] ?? '', inPlace)
}

/** `GlueCon 2016`, `Black Hat Europe 2019 Slides`: a name with a year. */
function eventTitle(title: string): string | undefined {
  return /(\p{Lu}[\p{L}&.+'-]*(?:\s+\p{Lu}[\p{L}&.+'-]*){0,3}\s+(?:19|20)\d\d)/u.exec(title)?.[1]
}

function firstOf(text: string, pattern: RegExp): string | undefined {
  return [...text.matchAll(pattern)].map(tidy).find(isName)
}

function lastOf(text: string, pattern: RegExp | undefined): string | undefined {
  return pattern && [...text.matchAll(pattern)].map(tidy).findLast(isName)
}

function tidy(match: RegExpMatchArray): string {
  return (match[1] ?? '')
    .replace(/[.,'’]+$/, '')
    .replace(/\s+Briefings$/, '')
    .trim()
}

function isName(text: string): boolean {
  return text.length > 1 && !notEvents.test(text)
}

function plain(text: string): string {
  return text
    .replace(/&nbsp;|\u00A0/g, ' ')
    .replace(/\]\([^)]*\)|\]\[[^\]]*\]/g, ']')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[[\]*_]/g, '')
    .replace(/\s+/g, ' ')
}
