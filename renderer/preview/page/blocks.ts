import morphdom from 'morphdom'
import type { BlockPatch, PatchedBlock } from '../block-patch.ts'

/** The top-level blocks of the post in the page, and the lines of the source they begin at. */
export interface Blocks {
  apply(patch: BlockPatch, lines: Int32Array): void
  clear(): void
  /** Makes every block anew from its HTML: other things may load now. */
  renew(): void
  elements(): readonly HTMLElement[]
  /** For each element the line it begins at, from 1, ascending. */
  lines(): Int32Array
}

interface Block {
  readonly element: HTMLElement
  html: string
}

/** A page this long is laid out in pieces, as they come into sight. */
const longPage = 600

export function createBlocks(place: HTMLElement, clean: (html: string) => DocumentFragment): Blocks {
  let blocks: readonly Block[] = []
  let lines = new Int32Array()

  function create(html: string): Block {
    const element = document.createElement('div')
    element.className = 'block'
    element.append(clean(html))
    return { element, html }
  }

  function change(block: Block, html: string): Block {
    const wanted = create(html)
    morphdom(block.element, wanted.element, {
      childrenOnly: true,
      getNodeKey: embedKey,
      onBeforeElUpdated: (from, to) => !from.isEqualNode(to) && embedKey(from) === undefined,
    })
    block.html = html
    return block
  }

  function patched(old: readonly Block[], entry: PatchedBlock): Block {
    if ('keep' in entry) return old[entry.keep]!
    return 'change' in entry ? change(old[entry.change]!, entry.html) : create(entry.html)
  }

  return {
    apply(patch, nextLines) {
      const old = blocks
      const middle = patch.middle.map(entry => patched(old, entry))
      blocks = [...old.slice(0, patch.start), ...middle, ...old.slice(old.length - patch.end)]
      const kept = new Set(middle)
      const gone = old.slice(patch.start, old.length - patch.end).filter(block => !kept.has(block))
      putInOrder(place, middle, old[patch.start - 1]?.element)
      savePlayers(gone, middle)
      for (const { element } of gone) element.remove()
      lines = nextLines as Int32Array<ArrayBuffer>
      place.classList.toggle('long', blocks.length > longPage)
    },
    clear() {
      blocks = []
      lines = new Int32Array()
      place.replaceChildren()
    },
    renew() {
      blocks = blocks.map(({ html }) => create(html))
      place.replaceChildren(...blocks.map(block => block.element))
    },
    elements: () => blocks.map(block => block.element),
    lines: () => lines,
  }
}

/** Moves what stands in the page already without reloading the players in it. */
function putInOrder(place: HTMLElement, blocks: readonly Block[], before: HTMLElement | undefined): void {
  let next = before ? before.nextElementSibling : place.firstElementChild
  for (const { element } of blocks) {
    if (element === next) next = next.nextElementSibling
    else if (element.isConnected) moveBefore(place, element, next)
    else place.insertBefore(element, next)
  }
}

/** A player of a block that goes plays on in the block that shows the same. */
function savePlayers(gone: readonly Block[], blocks: readonly Block[]): void {
  const players = gone.flatMap(block => [...block.element.querySelectorAll<HTMLElement>('[data-player]')])
  for (const player of players) {
    const selector = `[data-shows="${CSS.escape(player.dataset['shows'] ?? '')}"]`
    const place = blocks.map(block => block.element.querySelector(selector)).find(found => found !== null)
    if (!place?.parentElement) continue
    moveBefore(place.parentElement, player, place)
    place.remove()
  }
}

function moveBefore(place: Element, element: HTMLElement, next: Element | null): void {
  if ('moveBefore' in place) (place as HTMLElement).moveBefore(element, next)
  else (place as Element).insertBefore(element, next)
}

/** Cards and pictures that the writer may have set going are recognised again by what they show. */
function embedKey(node: Node): string | undefined {
  return node instanceof HTMLElement ? node.dataset['shows'] : undefined
}
