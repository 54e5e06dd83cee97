import type { HostApi, Settings } from '../../core/contract/index.ts'
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
  /** The writer's settings, without taking the answer away. */
  readonly settings: Promise<Settings>
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

  async function askOfThePost(): Promise<void> {
    const { [openPostKey]: path } = await settings
    if (typeof path === 'string' && path !== '' && !isOver)
      for (const question of ofThePost) ask(question, path)
  }

  for (const question of firstQuestions) ask(question)
  const settings = answers.get(keyOf('readSettings', [])) as Promise<Settings>
  askOfThePost().catch(() => undefined)
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
    forget() {
      isOver = true
      answers.clear()
    },
  }
}

function keyOf(question: string, args: readonly unknown[]): string {
  return JSON.stringify([question, ...args])
}
