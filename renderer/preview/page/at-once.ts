import { type Playable, startPlayer } from './player.ts'

/** Loads players without a click, where the writer set it so: those near what is seen, a few at a time. */
export interface AtOnce {
  add(playable: Playable): void
  /** The setting, as it is now. */
  set(isOn: boolean): void
}

const mostLoading = 2
/** Each is a page of its own: in a post of hundreds the rest stay cards, which play on a click. */
const mostPlaying = 24
const margin = '200px 0px'

export function createAtOnce(): AtOnce {
  const playables = new WeakMap<Element, Playable>()
  const near = new Set<Playable>()
  let isOn = false
  let loading = 0
  let playing = 0

  const observer = new IntersectionObserver(
    entries => {
      for (const { target, isIntersecting } of entries) {
        const playable = playables.get(target)
        if (!playable) continue
        if (isIntersecting) near.add(playable)
        else near.delete(playable)
      }
      loadNext()
    },
    { rootMargin: margin },
  )

  function loadNext(): void {
    for (const playable of near) {
      if (!isOn || loading >= mostLoading || playing >= mostPlaying) return
      if (!playable.play.isDeck && !navigator.onLine) continue
      near.delete(playable)
      observer.unobserve(playable.figure)
      if (playable.figure.dataset['player'] === undefined && playable.figure.isConnected) void load(playable)
    }
  }

  async function load(playable: Playable): Promise<void> {
    loading++
    playing++
    await startPlayer(playable, 'setting')
    loading--
    loadNext()
  }

  window.addEventListener('online', loadNext)

  return {
    add(playable) {
      if (playable.card.state !== 'ready') return
      playables.set(playable.figure, playable)
      observer.observe(playable.figure)
    },
    set(next) {
      isOn = next
      loadNext()
    },
  }
}
