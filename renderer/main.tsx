import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { createLectern } from './app/lectern.ts'
import { StartFailure } from './app/StartFailure.tsx'
import { connect } from './host/connect.ts'

const root = createRoot(document.getElementById('root')!)

async function start(): Promise<void> {
  const connection = connect()
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

void start()
