import './styles/base.css'
import { askAhead } from './host/ask-ahead.ts'
import { connect } from './host/connect.ts'
import { openPreviewFrame } from './preview/frame-channel.ts'
import { startRenderWorker } from './preview/render-worker.ts'

/**
 * The front door: the host's first answers, the renderer, the preview's page and the window's code come all at once.
 * What takes longest to be there is asked for first.
 */
const connection = connect()
const ahead = askAhead(connection.host)
const info = ahead.host.hostInfo()
const channel = info.then(({ previewUrl }) => openPreviewFrame(previewUrl))
// Whoever opens the window hears of the failure.
channel.catch(() => undefined)
const worker = startRenderWorker()

const { openWindow } = await import('./app/open-window.tsx')
await openWindow({ connection: { ...connection, host: ahead.host }, info, channel, worker })
ahead.forget()
