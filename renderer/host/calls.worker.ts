import type { LargeCall, LargeCallAnswer } from './large-calls.ts'

/** Sends what would take a frame to be put into a request where the writer types. */
self.addEventListener('message', ({ data }: MessageEvent<LargeCall>) => void answer(data))

async function answer({ id, url, headers, args }: LargeCall): Promise<void> {
  try {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(args) })
    tell({ id, reply: await response.json() })
  } catch {
    tell({ id, reply: undefined })
  }
}

function tell(answered: LargeCallAnswer): void {
  self.postMessage(answered, {})
}
