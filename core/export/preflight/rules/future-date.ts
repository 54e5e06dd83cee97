import { setField } from '../../../post/index.ts'
import { RubyTime, parseTime, strftime, utc, zoneNamed } from '../../../ruby/index.ts'
import { type PreflightPost, type PreflightRule, type PreflightSite, fixIfPossible } from '../rule.ts'

/**
 * A post of a time to come is left out of the build (jekyll/publisher.rb, hidden_in_the_future?), and no build starts
 * by itself when its time has come.
 */
export const futureDate: PreflightRule = {
  code: 'future-date',
  check(post, site) {
    const date = dateOf(post, site)
    if (!date || post.visible || date.epochSeconds <= site.site.settings.time.epochSeconds) return []
    const shown = strftime(date.in(zoneNamed(site.writerZone)), '%H:%M on %-d %B %Y')
    const builds =
      site.host === undefined ? 'that build has to be started' : `${site.host} starts none by itself`
    const now = strftime(aMinuteBefore(site.site.settings.time), '%Y-%m-%d %H:%M:%S %z')
    return [
      {
        severity: 'error',
        message: `Its date is in the future where the site is built: hidden until the first build after ${shown} (${site.writerZone}), and ${builds}.`,
        about: 'future',
        always: true,
        fixes: [
          ...fixIfPossible('date-now', 'Date it now', () =>
            setField(post.source, 'date', { type: 'date', text: now }),
          ),
          {
            id: 'keep-local',
            title: 'Keep it here until then, and remind me',
            edits: [],
            until: strftime(date.in(utc), '%Y-%m-%dT%H:%M:%SZ'),
          },
        ],
      },
    ]
  },
}

/** A date equal to the time of the build would give way to the one in the file name (jekyll/document.rb, modify_date). */
function aMinuteBefore(time: RubyTime): RubyTime {
  return new RubyTime(time.epochSeconds - 60, 0, time.zone)
}

function dateOf(post: PreflightPost, site: PreflightSite): RubyTime | undefined {
  const { rendered } = post
  if (!rendered?.date || rendered.draft || rendered.collection !== 'posts' || site.site.settings.future)
    return undefined
  return parseTime(rendered.date, utc, site.site.settings.time)
}
