import { startWorker } from '../host/start-worker.ts'

export function startRenderWorker(): Worker {
  return startWorker('render')
}
