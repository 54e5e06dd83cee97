import './styles/base.css'
import { askAhead } from './host/ask-ahead.ts'
import { connect } from './host/connect.ts'

/** The front door: fetches the window's code first, and asks the host while it is on its way. */
const loading = import('./app/open-window.tsx')
const connection = connect()
const host = askAhead(connection.host)

const { openWindow } = await loading
await openWindow({ ...connection, host }, document.getElementById('root')!)
