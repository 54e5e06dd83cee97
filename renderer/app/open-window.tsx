import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { HostInfo } from '../../core/contract/index.ts'
import type { Connection } from '../host/connection.ts'
import type { FrameChannel } from '../preview/frame-channel.ts'
import { App } from './App.tsx'
import { loadTheRest } from './lazily.ts'
import { createLectern } from './lectern.ts'
import { StartFailure } from './StartFailure.tsx'

/** What was begun while the window's code was loaded. */
export interface Beginning {
  readonly connection: Connection
  readonly info: Promise<HostInfo>
  readonly channel: Promise<FrameChannel>
  readonly worker: Worker
}

/** Makes the stores, shows the window and opens the folder of last time. */
export async function openWindow({ connection, info, channel, worker }: Beginning): Promise<void> {
  const root = createRoot(document.getElementById('root')!)
  try {
    const lectern = createLectern({ connection, info: await info, channel: await channel, worker })
    root.render(
      <StrictMode>
        <App lectern={lectern} />
      </StrictMode>,
    )
    await lectern.workspaceDesk.start()
    void lectern.inSight.then(loadTheRest)
  } catch (error) {
    root.render(<StartFailure error={error} />)
  }
}
