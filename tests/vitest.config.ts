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
    // One at a time in CI: stories beside heavy tests come late.
    maxWorkers: process.env['CI'] ? 1 : 2,
    // A story that a busy machine made late is told again; the report says how often. A fault fails each time.
    retry: process.env['CI'] ? 2 : 0,
  },
})
