import { createInterface } from 'node:readline/promises'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

// Said before anything is loaded that an older Node cannot even read.
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    `Lectern needs Node 22.12 or newer; this is ${process.versions.node}. https://nodejs.org has it.`,
  )
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
