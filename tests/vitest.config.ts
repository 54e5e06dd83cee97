import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const here = import.meta.dirname

export default defineConfig({
  test: {
    root: resolve(here, '..'),
    include: ['tests/**/*.{test,story}.{ts,tsx}'],
    reporters: ['default', resolve(here, 'support/summary.ts')],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
