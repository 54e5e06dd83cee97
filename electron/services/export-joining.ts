import { messageFor } from '../../core/errors.ts'
import type { ExportFinding } from '../../core/export/index.ts'
import { lineEnding, mergeTexts } from '../../core/text/index.ts'
import { type FileOnDisk, textOf } from './export-files.ts'
import type { ExportRecord } from './export-journal.ts'
import type { Target } from './export-target.ts'
import { type Git, runGit } from './git.ts'

/**
 * What shall be written over a file of the site. Line endings stay as they are there. What others changed since the
 * last export is kept when it can be joined with the writer's text; when not, that is a finding, and so are changes
 * nobody has committed.
 */
export async function withTheirChanges(
  git: Git,
  target: Target,
  path: string,
  wanted: string,
  there: FileOnDisk,
  findings: ExportFinding[],
): Promise<string> {
  const theirs = textOf(there.bytes)
  if (theirs === undefined) return wanted
  const ours = withLineEnding(wanted, lineEnding(theirs))
  if (ours === theirs) return ours
  const last = target.past.find(record =>
    record.files.some(file => file.path === path && file.after !== undefined),
  )
  const exported = last && (await exportedText(git, target, last, path))
  const base = exported === undefined ? undefined : withLineEnding(exported, lineEnding(theirs))
  if (base === theirs) return ours
  if (base === undefined) {
    if (target.edited.has(path)) findings.push(finding('export.uncommitted-there', 'error', path))
    return ours
  }
  const merged = mergeTexts(base, ours, theirs)
  findings.push(
    merged.clean ? finding('export.joined', 'info', path) : finding('export.changed-there', 'error', path),
  )
  return merged.clean ? merged.text : ours
}

function finding(
  code: 'export.uncommitted-there' | 'export.changed-there' | 'export.joined',
  severity: ExportFinding['severity'],
  path: string,
): ExportFinding {
  return { code, severity, path, message: messageFor(code, [path]) }
}

/** What the writer had when they exported last: their own text, even where others' changes were joined to it. */
async function exportedText(
  git: Git,
  target: Target,
  record: ExportRecord,
  path: string,
): Promise<string | undefined> {
  const own = record.sources?.find(source => source.path === path)?.text
  if (own !== undefined) return own
  if (!target.repository || record.git?.commit === undefined) return undefined
  const shown = await runGit(git, target.root, ['cat-file', 'blob', `${record.git.commit}:${path}`])
  return shown.code === 0 ? textOf(shown.stdout) : undefined
}

function withLineEnding(text: string, ending: '\n' | '\r\n'): string {
  const plain = text.replaceAll('\r\n', '\n')
  return ending === '\n' ? plain : plain.replaceAll('\n', '\r\n')
}
