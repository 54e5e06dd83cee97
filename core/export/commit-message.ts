import type { PastCommit } from './types.ts'

/** What a commit does to a file, in the word its message has for it. */
export interface CommittedChange {
  readonly kind: 'add' | 'update' | 'rename' | 'remove'
  readonly path: string
  /** A post, not something it uses. */
  readonly post: boolean
}

export interface MessageRequest {
  readonly changes: readonly CommittedChange[]
  readonly titles: ReadonlyMap<string, string>
  /** Newest first. */
  readonly log: readonly PastCommit[]
  /** `Name <address>` for a Signed-off-by line, where the log has them. */
  readonly signOff?: string
}

type Kind = CommittedChange['kind']

/** Fewer commits than this teach no habit. */
const fewestTeachers = 3

/**
 * The message an export is committed with, in the style of the repository's own log.
 *
 * A message that past commits of one post were given word for word but for the title (`Publish “…”`) is used again.
 * Otherwise the habits of the log dress a plain sentence: its prefix (`post: `, `docs(blog): `, an emoji), its first
 * letter, the form of its verb, its full stop.
 */
export function proposeMessage(request: MessageRequest): string {
  const posts = request.changes.filter(change => change.post)
  const subject = subjectFor(posts.length > 0 ? posts : request.changes, request)
  const signed =
    request.signOff !== undefined &&
    most(teachers(request.log), commit => /^Signed-off-by: /m.test(commit.body))
  return signed ? `${subject}\n\nSigned-off-by: ${request.signOff}` : subject
}

function subjectFor(changes: readonly CommittedChange[], request: MessageRequest): string {
  const [only] = changes
  if (only && changes.length === 1) {
    const { kind } = only
    const title = titleOf(only.path, request.titles)
    const template = kind === 'add' || kind === 'update' ? learnedTemplate(request.log, kind) : undefined
    return template === undefined
      ? dressed(plainSubject(kind, noun(only.path), title), request.log)
      : template.replace(titleMark, () => title)
  }
  return dressed(subjectForMany(changes), request.log)
}

function plainSubject(kind: Kind, what: string, title: string): string {
  if (kind === 'add') return `Add ${what}: ${title}`
  if (kind === 'rename') return `Rename ${title}`
  if (kind === 'remove') return `Remove ${title}`
  return `Update ${title}`
}

function subjectForMany(changes: readonly CommittedChange[]): string {
  const verbs = { add: 'Add', update: 'Update', rename: 'Rename', remove: 'Remove' } as const
  const parts = (Object.keys(verbs) as Kind[]).flatMap(kind => {
    const count = changes.filter(change => change.kind === kind).length
    return count === 0 ? [] : [`${verbs[kind]} ${count} ${count === 1 ? 'post' : 'posts'}`]
  })
  return parts.map((part, index) => (index === 0 ? part : part[0]!.toLowerCase() + part.slice(1))).join(', ')
}

function noun(path: string): string {
  if (/(^|\/)_drafts\//.test(path)) return 'draft'
  return /(^|\/)_posts\//.test(path) ? 'post' : 'page'
}

function titleOf(path: string, titles: ReadonlyMap<string, string>): string {
  const title = titles.get(path)?.replace(/\s+/g, ' ').trim()
  return title || slugOf(path)
}

function slugOf(path: string): string {
  const name = path.split('/').at(-1)!
  return name.replace(/\.[^.]+$/, '').replace(/^\d+-\d+-\d+-/, '')
}

const titleMark = '\u0000'

/** The subject, with a mark for the title, that at least two commits of a single post share. */
function learnedTemplate(log: readonly PastCommit[], kind: 'add' | 'update'): string | undefined {
  const counts = new Map<string, number>()
  for (const commit of teachers(log)) {
    const template = templateOf(commit, kind)
    if (template !== undefined) counts.set(template, (counts.get(template) ?? 0) + 1)
  }
  const best = [...counts].toSorted((a, b) => b[1] - a[1])[0]
  return best && best[1] >= 2 ? best[0] : undefined
}

function templateOf(commit: PastCommit, kind: 'add' | 'update'): string | undefined {
  const posts = (kind === 'add' ? commit.added : commit.modified).filter(isPost)
  const others = (kind === 'add' ? commit.modified : commit.added).filter(isPost)
  if (posts.length !== 1 || others.length > 0) return undefined
  // A title is not in the log; the slug is made of its words, so they must stand in a row in the subject.
  const words = slugOf(posts[0]!)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  if (words.length < 2) return undefined
  const between = String.raw`[^\p{L}\p{N}]{1,4}`
  // What the title itself ends with is not part of the habit.
  const row = new RegExp(`${words.join(between)}[!?]*`, 'iu')
  return row.test(commit.subject) ? commit.subject.replace(row, titleMark) : undefined
}

function isPost(path: string): boolean {
  return /(^|\/)(_posts|_drafts)\/.+\.(md|markdown|mkd|mkdn|mkdown|html)$/.test(path)
}

/** The writer's own commits where there are enough of them, else everybody's; those of posts come first. */
function teachers(log: readonly PastCommit[]): readonly PastCommit[] {
  const own = log.filter(commit => commit.own)
  return own.length >= fewestTeachers ? own : log
}

function dressed(subject: string, log: readonly PastCommit[]): string {
  const all = teachers(log)
  const posts = all.filter(commit => [...commit.added, ...commit.modified].some(isPost))
  const models = posts.length >= fewestTeachers ? posts : all
  if (models.length < fewestTeachers) return subject
  const prefix = commonPrefix(models)
  const bare = models.map(commit => commit.subject.slice(prefixOf(commit.subject).length))
  let result = withVerbForm(subject, verbForm(bare))
  if (most(bare, text => /^\p{Ll}/u.test(text))) result = result[0]!.toLowerCase() + result.slice(1)
  if (most(bare, text => text.endsWith('.')) && !/[.!?…]$/.test(result)) result += '.'
  return prefix + result
}

/** `post: `, `feat(blog): `, `[posts] `, `:memo: ` or an emoji at the start of a subject. */
function prefixOf(subject: string): string {
  const prefix =
    /^(?:[a-z]+(?:\([^)]{1,30}\))?!?: |\[[^\]]{1,30}\] ?|:[a-z0-9_+-]+: ?|\p{Extended_Pictographic}\uFE0F? ?)/u
  return prefix.exec(subject)?.[0] ?? ''
}

function commonPrefix(models: readonly PastCommit[]): string {
  const counts = new Map<string, number>()
  for (const { subject } of models) counts.set(prefixOf(subject), (counts.get(prefixOf(subject)) ?? 0) + 1)
  const best = [...counts].toSorted((a, b) => b[1] - a[1])[0]
  return best && best[1] * 2 > models.length ? best[0] : ''
}

type VerbForm = 'plain' | 'past' | 'third'

function verbForm(subjects: readonly string[]): VerbForm {
  if (
    most(subjects, text =>
      /^(?:added|updated|fixed|renamed|removed|wrote|published|changed|made)\b/i.test(text),
    )
  )
    return 'past'
  if (
    most(subjects, text =>
      /^(?:adds|updates|fixes|renames|removes|writes|publishes|changes|makes)\b/i.test(text),
    )
  )
    return 'third'
  return 'plain'
}

function withVerbForm(subject: string, form: VerbForm): string {
  if (form === 'plain') return subject
  const ending = form === 'past' ? 'd' : 's'
  return subject.replace(/(^|, )(Add|Update|Rename|Remove)\b/gi, (whole, before: string, verb: string) => {
    if (form === 'past') return before + (/add/i.test(verb) ? `${verb}ed` : verb + ending)
    return whole + ending
  })
}

/** More than half of at least a few. */
function most<T>(values: readonly T[], holds: (value: T) => boolean): boolean {
  return values.length >= fewestTeachers && values.filter(holds).length * 2 > values.length
}
