import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** Prints the names of skipped tests, then `N passed, N failed, N skipped` as the very last line, without colour. */
export default class Summary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    let passed = 0
    let failed = unhandled.length
    const skipped: string[] = []
    for (const module of modules) {
      if (module.errors().length > 0) failed++
      for (const test of module.children.allTests() as Iterable<TestCase>) {
        const { state } = test.result()
        if (state === 'passed') passed++
        else if (state === 'failed') failed++
        else skipped.push(test.fullName)
      }
    }
    const names = skipped.map(name => `skipped: ${name}\n`).join('')
    setImmediate(() => {
      process.stdout.write(`${names}${passed} passed, ${failed} failed, ${skipped.length} skipped\n`)
    })
  }
}
