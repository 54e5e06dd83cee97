import { dateInFileName, readFrontMatter, setField } from '../../../post/index.ts'
import { RubyTime, secondsFromCivil, strftime, timeFromCivil } from '../../../ruby/index.ts'
import { type PreflightRule, type PreflightSite, fixIfPossible } from '../rule.ts'

const writtenTime =
  /^(\d{4})-(\d{1,2})-(\d{1,2})[Tt ]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d*)?(?:\s*(?:Z|[+-]\d{1,2}(?::?\d{2})?))?$/

/**
 * The writer wrote one day, and the site shows another: YAML reads a time without a zone as UTC, and Jekyll tells it in
 * the zone of the site.
 */
export const shiftedDay: PreflightRule = {
  code: 'shifted-day',
  check({ path, rendered, source }, site) {
    const field = readFrontMatter(source).fields.find(each => each.name === 'date')
    const written = writtenTime.exec(field?.text.replace(/^(["'])(.*)\1$/, '$2') ?? '')
    if (!field || !written || !rendered?.date || rendered.draft) return []
    const day = [written[1], written[2]!.padStart(2, '0'), written[3]!.padStart(2, '0')].join('-')
    const shown = rendered.date.slice(0, 10)
    if (day === shown) return []
    const named = dateInFileName(path.split('/').at(-1)!)
    const meant = named === shown ? 'The file name says so too' : `The site tells times in ${zoneOf(site)}`
    return [
      {
        severity: named === shown ? 'info' : 'warning',
        message: `The date says ${day}, and the site shows ${shown}. ${meant}.`,
        line: field.line,
        about: `${day} ${shown}`,
        fixes: fixIfPossible('local-time', 'Mean that time in the zone of the site', () =>
          setField(source, 'date', { type: 'date', text: inZoneOfSite(written, site) }),
        ),
      },
    ]
  },
}

function inZoneOfSite(written: RegExpExecArray, { site }: PreflightSite): string {
  const [year, month, day, hour, minute, second] = written.slice(1, 7).map(part => Number(part ?? 0))
  const civil = { year: year!, month: month!, day: day!, hour: hour!, minute: minute!, second: second! }
  const { zone } = site.settings
  const time: RubyTime = Number.isNaN(secondsFromCivil(civil))
    ? site.settings.time
    : timeFromCivil(civil, 0, zone)
  return strftime(time.in(zone), '%Y-%m-%d %H:%M:%S %z')
}

function zoneOf({ site }: PreflightSite): string {
  const configured = site.settings.configuration.get('timezone')
  return typeof configured === 'string' ? configured : site.snapshot.timezone
}
