import type { ExportFinding, FindingFix } from '../../core/export/index.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './Export.module.css'

const tones = { error: 'danger', warning: 'warning', info: 'info' } as const

interface FindingsProps {
  readonly findings: readonly ExportFinding[]
  /** Nothing else is exported, so that its name need not be said each time. */
  readonly ofOneFile: boolean
  readonly onFix: (fix: FindingFix) => void
}

/** What the preflight has to say, each with its ways out. */
export function Findings({ findings, ofOneFile, onFix }: FindingsProps) {
  if (findings.length === 0) return null
  return (
    <ul className={styles.findings} aria-label="Before you publish">
      {findings.map((finding, index) => (
        <li key={index}>
          <Notice tone={tones[finding.severity]} actions={<Fixes finding={finding} onFix={onFix} />}>
            {finding.message}
            <span className={styles.place}> {placeOf(finding, ofOneFile)}</span>
          </Notice>
        </li>
      ))}
    </ul>
  )
}

function placeOf({ path, line }: ExportFinding, ofOneFile: boolean): string {
  const file = ofOneFile ? undefined : path
  return [file, line === undefined ? undefined : `line ${line}`].filter(Boolean).join(', ')
}

function Fixes({
  finding,
  onFix,
}: {
  readonly finding: ExportFinding
  readonly onFix: FindingsProps['onFix']
}) {
  const fixes = [...(finding.fix ? [finding.fix] : []), ...(finding.otherFixes ?? [])]
  return fixes.map(fix => (
    <Button key={fix.id} onClick={() => onFix(fix)}>
      {fix.title}
    </Button>
  ))
}
