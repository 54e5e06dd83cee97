import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Connection } from '../host/connection.ts'
import { App } from './App.tsx'
import { createLectern } from './lectern.ts'
import { StartFailure } from './StartFailure.tsx'

/** Makes the stores, shows the window and opens the folder of last time. */
export async function openWindow(connection: Connection, place: HTMLElement): Promise<void> {
  const root = createRoot(place)
  try {
    const lectern = createLectern(connection, await connection.host.hostInfo())
    root.render(
      <StrictMode>
        <App lectern={lectern} />
      </StrictMode>,
    )
    await lectern.workspaceDesk.start()
  } catch (error) {
    root.render(<StartFailure error={error} />)
  }
}
