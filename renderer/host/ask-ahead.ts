import type { HostApi, PostFile, RepoPath, Settings } from '../../core/contract/index.ts'
import { openPostKey } from '../state/open-post-key.ts'

/** What the window asks first, before anything is known. */
const firstQuestions = [
  'hostInfo',
  'currentWorkspace',
  'readSettings',
  'recoverDrafts',
  'readSite',
  'listPosts',
] as const

/** What it asks of the post of last time, once the settings name it. */
const ofThePost = ['readPost', 'recallView'] as const

export interface AskedAhead {
  /** Answers the first call of each question with what was asked already, and passes on every other call. */
  readonly host: HostApi
  /** Some answers, without taking them away. */
  readonly settings: Promise<Settings>
  readonly workspace: ReturnType<HostApi['currentWorkspace']>
  readonly site: ReturnType<HostApi['readSite']>
  readonly drafts: ReturnType<HostApi['recoverDrafts']>
  /** The post of last time. */
  readonly post: Promise<{ readonly path: RepoPath; readonly file: PostFile } | undefined>
  /** Passes on all calls from now on: what was asked and not wanted grows old. */
  forget(): void
}

/**
 * Asks the first questions now, all at once, while the window's own code is still being loaded, and for the post of
 * last time as soon as its name is known.
 */
export function askAhead(host: HostApi): AskedAhead {
  type Question = (typeof firstQuestions)[number] | (typeof ofThePost)[number]
  const answers = new Map<string, Promise<unknown>>()
  let isOver = false

  function askHost(question: Question, args: readonly unknown[]): Promise<unknown> {
    return (host[question] as (...args: readonly unknown[]) => Promise<unknown>)(...args)
  }

  function ask(question: Question, ...args: readonly unknown[]): void {
    const answer = askHost(question, args)
    // Whoever calls hears of the failure.
    answer.catch(() => undefined)
    answers.set(keyOf(question, args), answer)
  }

  async function askOfThePost(): Promise<Awaited<AskedAhead['post']>> {
    const { [openPostKey]: path } = await settings
    if (typeof path !== 'string' || path === '' || isOver) return undefined
    for (const question of ofThePost) ask(question, path)
    return { path, file: await answer('readPost', path) }
  }

  function answer<Q extends Question>(question: Q, ...args: Parameters<HostApi[Q]>): ReturnType<HostApi[Q]> {
    return answers.get(keyOf(question, args)) as ReturnType<HostApi[Q]>
  }

  for (const question of firstQuestions) ask(question)
  const settings = answer('readSettings')
  const post = askOfThePost()
  // Whoever opens the post hears of the failure.
  post.catch(() => undefined)
  const ahead = Object.fromEntries(
    [...firstQuestions, ...ofThePost].map(question => [
      question,
      (...args: readonly unknown[]) => {
        const key = keyOf(question, args)
        const answer = answers.get(key)
        answers.delete(key)
        return answer ?? askHost(question, args)
      },
    ]),
  )
  return {
    host: { ...host, ...ahead } as HostApi,
    settings,
    workspace: answer('currentWorkspace'),
    site: answer('readSite'),
    drafts: answer('recoverDrafts'),
    post,
    forget() {
      isOver = true
      answers.clear()
    },
  }
}

function keyOf(question: string, args: readonly unknown[]): string {
  return JSON.stringify([question, ...args])
}
