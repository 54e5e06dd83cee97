import { parseArgs } from 'node:util'
import { crash } from './rig.ts'

/** `npm run crash -- --runs N --seed S`: kills the service N times and says what was lost. The last line is the result. */
const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } })
const runs = Number(values.runs ?? 200)
const seed = Number(values.seed ?? 1)
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
  process.stderr.write('crash: --runs and --seed take whole numbers\n')
  process.exit(2)
}
const began = performance.now()
const result = await crash({
  runs,
  seed,
  onRun: done => {
    if (done % 100 === 0) process.stderr.write(`${done} of ${runs}\n`)
  },
})
const { faults, phases } = result
for (const complaint of result.complaints) process.stdout.write(`${complaint}\n`)
const seconds = Math.round((performance.now() - began) / 1000)
process.stdout.write(
  `seed ${seed}: ${result.words} words typed, ${result.keptChanges} changes kept, ${result.outsideLines} edits by another program, ${seconds} s\n`,
)
process.stdout.write(
  `kills inside: save ${phases.save}, journal write ${phases.journal}, rename ${phases.rename}, ` +
    `trash ${phases.trash}, reading ${phases.reading}, idle ${phases.idle}; ` +
    `${result.startKills} more while starting\n`,
)
process.stdout.write(
  `runs ${result.runs}: lost ${faults.lost}, torn ${faults.torn}, ` +
    `overwritten ${faults.overwritten}, false saved ${faults.falseSaved}\n`,
)
const isKept = Object.values(faults).every(count => count === 0) && result.runs === runs
process.exit(isKept ? 0 : 1)
