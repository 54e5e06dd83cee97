import { nodeTrouble } from '../node-version.ts'
import { runCli } from './run-cli.ts'

async function readAll(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const [name, ...args] = process.argv.slice(2)
const trouble = nodeTrouble()
if (trouble !== undefined) {
  console.error(trouble)
  process.exitCode = 2
} else {
  process.exitCode = await runCli(name, {
    args,
    cwd: process.cwd(),
    env: process.env,
    stdin: () => readAll(process.stdin),
    out: text => void process.stdout.write(text),
    err: text => void process.stderr.write(text),
  })
}
