/** Whether a post's words say that its author gives or gave a talk. */

const talk =
  '(?:talks?|lightning talk|keynote|presentation|session|tutorial|workshop|lecture|slides|slide deck|briefings? session)'
const link = String.raw`[\s*_[\]()"“”]`

/** Sentences of people who speak; each as an author would open a talk post. */
const sayings: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<!\b(?:during|after|since|following|before)\s+)\b(?:my|our)\b(?:${link}|[\w.&;'’+-]){0,60}?\b${talk}\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:I|we)\b(?:['’](?:m|re|ll|ve|d)|\s+(?:am|are|was|were|will|have|had|just|recently|also))*(?:\s+(?:be|been|just|recently|also))*\s+(?:speaking|talking|presenting|presented|spoke|talked)\s+(?:at|to|in|on|about)\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:gave|giving|give|given|delivered|delivering|led|leading|ran|run|running|present|presenting)\s+(?:an?|my|our|the)\b(?:${link}|[\w.&;'’+-]){0,40}?\b${talk}\b`,
    'i',
  ),
  /\bslides?\b.{0,20}\b(?:from|of|for)\b.{0,20}\b(?:my|our|a|the|this)\b.{0,40}\b(?:talk|keynote|presentation|session|tutorial|workshop)\b/i,
  /\brecording of\b.{0,20}\b(?:my|our|the|a)\b.{0,80}\b(?:talk|session|presentation|keynote)\b/i,
  /\bthis (?:talk|presentation|workshop) (?:is|was|covers|explores|shows)\b/i,
  /\bthank(?:s| you)\b.{0,30}\b(?:coming|attending|listening)\b.{0,30}\b(?:talk|session|workshop)\b/i,
  /\b(?:môj|moj|svoj)\p{L}*\s+\p{L}*\s*pre(?:d)?n[aá]šk\p{L}*|\bpre(?:d)?n[aá]šk\p{L}* (?:s|na|z|o)\b.{0,10}(?:&nbsp;)?(?:názvom|konferenci)|\bpripravovan\p{L}+ prednášk\p{L}*|\bmal\p{L}* (?:som )?prednášk/iu,
  /\b(?:ma|mes|notre|nos)\s+(?:\p{L}+\s+)?(?:présentation|conférence|session|talk|slides|diapos)\b|\bj['’]ai\s+(?:présenté|donné)\b.{0,40}\b(?:conférence|talk|présentation|session)\b/iu,
  /\b(?:mein|meine|meinen|meinem|meines|unser\p{L}*)\s+(?:\p{L}+\s+)?(?:vortrag\p{L}*|talk|folien|keynote|session)\b|\bhabe ich\b.{0,60}\bvortrag\b/iu,
  /\b(?:mi|nuestra|mis)\s+(?:\p{L}+\s+)?(?:charla|ponencia|presentación|diapositivas)\b|\bminha\s+(?:palestra|apresentação)\b|\b(?:il mio|mio)\s+(?:talk|intervento)\b/iu,
]

/** Titles that announce a talk, its slides or its recording. */
const titles: readonly RegExp[] = [
  /\b(?:upcoming|my|our)\s+(?:\w+\s+)?talk\b/i,
  /\bnotes on my\b.*\btalk\b/i,
  /\b(?:slides|slide deck)\b.*\b(?:from|for|of)\b/i,
  /\bpripravovaná prednáška\b/iu,
  /\bmy\b.*\b(?:talk|keynote|presentation)\b/i,
]

/** Whether the opening words of a post say so; a talk mentioned further down is told in passing. */
export function speaksOfOwnTalk(opening: string): boolean {
  const text = plain(opening)
  return sayings.some(saying => saying.test(text))
}

export function titleSaysTalk(title: string): boolean {
  return titles.some(pattern => pattern.test(plain(title)))
}

/** `Black Hat Europe Slides`: the title of a post that hands out a deck. */
export function titleSaysSlides(title: string): boolean {
  return /\bslides$|^(?:slides|slajdy|folien|slide deck)\b/iu.test(plain(title).trim())
}

/** `Video: …`: the title of a post that is a recording. */
export function titleSaysVideo(title: string): boolean {
  return /^(?:video|vidéo|recording|záznam|watch)\s*[:–—-]/iu.test(plain(title))
}

function plain(text: string): string {
  return text
    .replace(/&nbsp;|\u00A0/g, ' ')
    .replace(/\]\([^)]*\)|\]\[[^\]]*\]/g, ']')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
}
