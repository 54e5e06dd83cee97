import type { Command } from './command.ts'
import type { Lectern } from './lectern.ts'

/** Runs a command that is enabled; a failure is shown with its sentence. @returns whether it was enabled */
export function runCommand(lectern: Lectern, command: Command): boolean {
  if (command.enabled && !command.enabled(lectern)) return false
  void attempt(lectern, command)
  return true
}

async function attempt(lectern: Lectern, command: Command): Promise<void> {
  try {
    const work = command.run(lectern)
    await (work && command.opensLater ? lectern.keys.during(work) : work)
  } catch (error) {
    lectern.notices.report(error)
  }
}
