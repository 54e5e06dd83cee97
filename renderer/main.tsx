import './styles/base.css'
import { askAhead } from './host/ask-ahead.ts'
import { connect } from './host/connect.ts'
import { openPreviewFrame } from './preview/frame-channel.ts'
import { startRenderWorker } from './preview/render-worker.ts'

/** The front door: the window's code, the host's first answers, the preview's page and the renderer come all at once. */
const loading = import('./app/open-window.tsx')
const worker = startRenderWorker()
const connection = connect()
const host = askAhead(connection.host)
const info = host.hostInfo()
const channel = info.then(({ previewUrl }) => openPreviewFrame(previewUrl))
// Whoever opens the window hears of the failure.
channel.catch(() => undefined)

const { openWindow } = await loading
await openWindow({ connection: { ...connection, host }, info, channel, worker })
