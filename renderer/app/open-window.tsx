import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { HostInfo } from '../../core/contract/index.ts'
import type { Connection } from '../host/connection.ts'
import type { FrameChannel } from '../preview/frame-channel.ts'
import type { RenderAhead } from '../preview/render-ahead.ts'
import type { DocumentStore } from '../state/document.ts'
import { App } from './App.tsx'
import { loadTheRest } from './lazily.ts'
import { createLectern } from './lectern.ts'
import { StartFailure } from './StartFailure.tsx'

/** What was begun while the window's code was loaded. */
export interface Beginning {
  readonly connection: Connection
  readonly info: Promise<HostInfo>
  readonly channel: Promise<FrameChannel>
  readonly rendering: RenderAhead
  /** Ends holding the keyboard, and tells what was pressed meanwhile. */
  readonly releaseKeys: () => readonly KeyboardEvent[]
}

/** Makes the stores, shows the window and opens the folder of last time. */
export async function openWindow({ releaseKeys, ...begun }: Beginning): Promise<void> {
  const root = createRoot(document.getElementById('root')!)
  try {
    const lectern = createLectern({ ...begun, info: await begun.info, channel: await begun.channel })
    const mounted = new Promise<void>(resolve =>
      root.render(
        <StrictMode>
          <App lectern={lectern} onMounted={resolve} />
        </StrictMode>,
      ),
    )
    const started = lectern.workspaceDesk.start()
    void lectern.inSight.then(loadTheRest)
    await Promise.race([started, postIsOpen(lectern.document)])
    await mounted
    lectern.keys.strike(releaseKeys().map(event => ({ type: 'key', event })))
    await started
  } catch (error) {
    root.render(<StartFailure error={error} />)
    releaseKeys()
  }
}

/** Most commands are about the post, so keys pressed early wait for it. */
function postIsOpen(document: DocumentStore): Promise<void> {
  return new Promise(resolve => {
    const end = document.subscribe(() => {
      if (document.get().path === undefined) return
      end()
      resolve()
    })
  })
}
