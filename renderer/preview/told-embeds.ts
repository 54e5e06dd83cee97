import type { EmbedAnswer, HostApi } from '../../core/contract/index.ts'
import { findEmbeds } from '../../core/post/index.ts'
import type { Posters } from '../panels/posters.ts'
import type { ToldEmbed } from './frame-protocol.ts'

/** Follows what the host keeps about the embeds of the open post, for their cards. Asks nobody but the host. */
export interface ToldEmbeds {
  /** The text may hold other embeds now. */
  follow(): void
  /** A service told something new. */
  refresh(): void
  /** A page that knows nothing is there. */
  tellAgain(): void
}

export interface ToldEmbedsOptions {
  readonly host: Pick<HostApi, 'storedEmbeds'>
  readonly posters: Posters
  readonly text: () => string
  readonly tell: (embeds: readonly ToldEmbed[]) => void
}

/** Typing goes on undisturbed. */
const pauseMs = 700
/** Looking through a longer text would be felt. */
const longestText = 400_000

export function createToldEmbeds({ host, posters, text, tell }: ToldEmbedsOptions): ToldEmbeds {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = ''
  let told: readonly ToldEmbed[] = []

  async function look(): Promise<void> {
    const source = text()
    const found = source.length > longestText ? [] : findEmbeds(source)
    const addresses = [...new Set(found.flatMap(({ embed }) => embed.pageUrl ?? []))]
    const wanted = addresses.join('\n')
    if (wanted === asked) return
    asked = wanted
    const answers = addresses.length === 0 ? [] : await host.storedEmbeds(addresses)
    const known = await Promise.all(answers.map(answer => toldOf(answer, posters)))
    if (wanted !== asked) return
    told = known.filter(each => each !== undefined)
    tell(told)
  }

  function follow(): void {
    clearTimeout(timer)
    // Without what is stored each card still says what its markup tells.
    timer = setTimeout(() => void look().catch(() => undefined), pauseMs)
  }

  return {
    follow,
    refresh() {
      asked = ''
      follow()
    },
    tellAgain: () => tell(told),
  }
}

async function toldOf(answer: EmbedAnswer, posters: Posters): Promise<ToldEmbed | undefined> {
  const { address, embed, fetchedAt, poster } = answer
  if (fetchedAt === undefined) return undefined
  const picture = poster === undefined ? undefined : await posters.get(poster)
  return {
    address,
    ...(embed?.title !== undefined && { title: embed.title }),
    ...(embed?.ratio !== undefined && { ratio: embed.ratio }),
    ...(picture !== undefined && { poster: picture }),
  }
}
