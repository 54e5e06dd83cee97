import './styles/base.css'
import { holdEarlyKeys } from './app/early-keys.ts'
import { askAhead } from './host/ask-ahead.ts'
import { connect } from './host/connect.ts'
import { openPreviewFrame } from './preview/frame-channel.ts'
import { firstFrameAddress } from './preview/frame-look.ts'
import { renderAhead } from './preview/render-ahead.ts'
import { startRenderWorker } from './preview/render-worker.ts'
import { typedSettings } from './state/settings.ts'

/**
 * The front door: the host's first answers, the renderer, the preview's page and the window's code come all at once.
 * What takes longest to be there is asked for first.
 */
const releaseKeys = holdEarlyKeys()
const connection = connect()
const ahead = askAhead(connection.host)
const info = ahead.host.hostInfo()
const channel = Promise.all([info, ahead.settings]).then(([about, settings]) =>
  openPreviewFrame(
    firstFrameAddress(
      about,
      typedSettings(() => settings),
    ),
  ),
)
// Whoever opens the window hears of the failure.
channel.catch(() => undefined)
const rendering = renderAhead(startRenderWorker(), ahead)

const { openWindow } = await import('./app/open-window.tsx')
await openWindow({ connection: { ...connection, host: ahead.host }, info, channel, rendering, releaseKeys })
ahead.forget()
