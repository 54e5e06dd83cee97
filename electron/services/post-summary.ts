import { splitFrontMatter } from '../../core/post/index.ts'
import {
  RubyDate,
  RubyTime,
  type RubyHash,
  type RubyValue,
  type Zone,
  isHash,
  parseTime,
  timeFromCivil,
  timeFromEpoch,
  toText,
  xmlschema,
  zoneNamed,
} from '../../core/ruby/index.ts'
import { readYaml } from '../../core/yaml/index.ts'

/** What a row of the list shows of a file's content. */
export interface PostFacts {
  readonly title: string
  /** ISO 8601 with offset. */
  readonly date?: string
  /** `published: false` in the front matter. */
  readonly withheld: boolean
  readonly hasFrontMatter: boolean
}

/** The zone a site tells its times in: `timezone` of its configuration, else `TZ`, else the machine's. */
export function siteZone(timezone: string | undefined): Zone {
  return zoneNamed(timezone ?? process.env['TZ'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone)
}

/**
 * Title and date as Jekyll gives them: front matter first, then the file name; `Document#title` makes words of the
 * slug. Front matter that cannot be read counts as empty, as there.
 */
export function postFacts(fileName: string, source: string, zone: Zone): PostFacts {
  const { yaml } = splitFrontMatter(source)
  const fields = yaml === undefined ? new Map() : fieldsOf(source.slice(yaml.from, yaml.to), zone)
  const named = /^(?<date>\d{2,4}-\d{1,2}-\d{1,2})-(?<slug>.*)\.[^.]+$/.exec(fileName)?.groups
  const slug = named?.['slug'] ?? fileName.replace(/\.[^.]+$/, '')
  const time = timeOf(fields.get('date'), zone) ?? timeOf(named?.['date'], zone)
  return {
    title: titleOf(fields.get('title')) ?? wordsOf(slug),
    ...(time ? { date: xmlschema(time) } : {}),
    withheld: fields.get('published') === false,
    hasFrontMatter: yaml !== undefined,
  }
}

function fieldsOf(yaml: string, zone: Zone): RubyHash {
  const { value } = readYaml(yaml, zone)
  return isHash(value) ? value : new Map()
}

function titleOf(value: RubyValue): string | undefined {
  const title = value === null || value === undefined || typeof value === 'object' ? '' : toText(value).trim()
  return title === '' ? undefined : title
}

function timeOf(value: RubyValue, zone: Zone): RubyTime | undefined {
  if (value instanceof RubyTime) return value.in(zone)
  if (value instanceof RubyDate)
    return timeFromCivil(
      { year: value.year, month: value.month, day: value.day, hour: 0, minute: 0, second: 0 },
      0,
      zone,
    )
  if (typeof value !== 'string') return undefined
  // Only parts that are missing on the left are taken from "now", and a date always names its year.
  return parseTime(value, zone, timeFromEpoch(0, zone))?.in(zone)
}

/** Utils.titleize_slug. */
function wordsOf(slug: string): string {
  return slug
    .split('-')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join(' ')
}
