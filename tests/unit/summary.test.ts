import { expect, test, vi } from 'vitest'
import type { TestModule } from 'vitest/node'
import Summary from '../support/summary.ts'

const testNamed = (fullName: string, state: string) => ({ fullName, result: () => ({ state }) })

test('the last line counts what passed, failed and was skipped, and names the skipped', async () => {
  const written: string[] = []
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation(text => written.push(String(text)) > 0)
  const tests = [testNamed('a', 'passed'), testNamed('b', 'failed'), testNamed('asks Jekyll', 'skipped')]
  const broken = { errors: () => [new Error('does not load')], children: { allTests: () => [] } }
  const module = { errors: () => [], children: { allTests: () => tests } }
  new Summary().onTestRunEnd([module, broken] as unknown as TestModule[], [])
  await new Promise(resolve => setImmediate(resolve))
  spy.mockRestore()
  expect(written.join('')).toBe('skipped: asks Jekyll\n1 passed, 2 failed, 1 skipped\n')
})
