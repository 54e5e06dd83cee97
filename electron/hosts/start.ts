import { createInterface } from 'node:readline/promises'
import { nodeTrouble } from './node-version.ts'

// Said before anything is loaded that an older Node cannot even read.
const trouble = nodeTrouble()
if (trouble !== undefined) {
  console.error(trouble)
  process.exitCode = 1
} else {
  const { startLectern } = await import('./start/start-lectern.ts')
  process.exitCode = await startLectern({
    args: process.argv.slice(2),
    cwd: process.cwd(),
    env: process.env,
    stdin: async () => '',
    out: text => void process.stdout.write(text),
    err: text => void process.stderr.write(text),
    ...(process.stdin.isTTY && { enter: waitForEnter }),
  })
}

async function waitForEnter(signal: AbortSignal): Promise<void> {
  const keyboard = createInterface({ input: process.stdin })
  try {
    await keyboard.question('', { signal })
  } finally {
    keyboard.close()
  }
}
