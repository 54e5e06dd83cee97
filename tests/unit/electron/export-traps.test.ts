import { readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { ExportFinding, FindingFix } from '../../../core/export/index.ts'
import { applyEdits } from '../../../core/text/index.ts'
import { gatherExport } from '../../../electron/services/export-gather.ts'
import { type Trap, ordinaryBlog, ordinaryConfig, ordinaryPath, traps } from '../../support/export-traps.ts'
import { type TestRepository, makeRepository, plainGit } from '../../support/git-repository.ts'
import { available } from '../../support/needs.ts'
import { type BuildOracle, startBuildOracle } from '../../support/oracle-build.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const usualNow = '2015-07-05T12:00:00Z'

// Needs git and the real Jekyll, which not every machine has; CI requires both.
describe.skipIf(!available('git') || !available('jekyll'))(
  'every trap is caught, and every way out leads where the plan says',
  () => {
    let oracle: BuildOracle | undefined
    afterAll(() => oracle?.close())

    test.each(traps)('$name', async trap => {
      oracle ??= startBuildOracle()
      const folder = realpathSync(temporaryFolder())
      const repo = setTrap(trap, join(folder, 'blog'))
      const path = trap.path ?? ordinaryPath
      const look = () => inZone(trap, () => lookAt(trap, repo, path))
      const plan = await look()
      const found = plan.findings.filter(finding => finding.code === trap.code)
      expect(found.map(finding => finding.code)).toEqual([trap.code])
      const fixes = [found[0]!.fix, ...(found[0]!.otherFixes ?? [])].filter(fix => fix !== undefined)
      expect(fixes.map(fix => fix.id)).toEqual(expect.arrayContaining([...trap.fixes]))
      for (const fix of fixes.filter(each => each.edits.length > 0)) {
        repo.write(path, fixed(trap.post, fix))
        await checkPublished(trap, folder, repo, await look(), oracle)
      }
    })

    function setTrap(trap: Trap, root: string): TestRepository {
      const repo = makeRepository(root, {
        ...ordinaryBlog,
        ...trap.published,
        '_config.yml': ordinaryConfig + (trap.config ?? ''),
      })
      if (trap.formerPath !== undefined) rmSync(join(root, trap.formerPath))
      repo.write(trap.path ?? ordinaryPath, trap.post)
      return repo
    }

    async function lookAt(trap: Trap, repo: TestRepository, path: string) {
      const { plan } = await gatherExport(plainGit, {
        posts: [join(repo.root, path)],
        names: [path],
        commit: true,
        nowSeconds: Date.parse(trap.now ?? usualNow) / 1000,
        stateFolder: join(repo.root, '../state'),
      })
      return plan
    }

    async function checkPublished(
      trap: Trap,
      folder: string,
      repo: TestRepository,
      plan: Awaited<ReturnType<typeof lookAt>>,
      jekyll: BuildOracle,
    ): Promise<void> {
      expect(worse(plan.findings, trap.code)).toEqual([])
      const destination = join(folder, 'site')
      const built = await jekyll.build({
        source: repo.root,
        destination,
        time: (trap.now ?? usualNow).replace('T', ' ').replace('Z', ' +0000'),
        timezone: trap.timezone ?? 'UTC',
      })
      expect(built).toMatchObject({ ok: true })
      const document = built.documents.find(each => each.path === (trap.path ?? ordinaryPath))
      expect([document?.url]).toEqual(plan.urls)
      expect(plan.pages?.map(page => [page.visible, page.date])).toEqual([
        [true, dateLike(plan.pages?.[0]?.date ?? '', document!.date)],
      ])
      const page = readFileSync(join(destination, document!.output), 'utf8')
      if (trap.page?.has !== undefined) expect(page).toContain(trap.page.has)
      if (trap.page?.lacks !== undefined) expect(page).not.toContain(trap.page.lacks)
    }
  },
)

function fixed(source: string, fix: FindingFix): string {
  return applyEdits(source, fix.edits)
}

/** The trap itself, or anything that would stop the build or hide the post, is still there. */
function worse(findings: readonly ExportFinding[], code: string): ExportFinding[] {
  return findings.filter(finding => finding.code === code || finding.severity === 'error')
}

/** Jekyll’s date, when it is the same moment: the two may write UTC differently. */
function dateLike(ours: string, jekylls: string): string {
  return Date.parse(ours) === Date.parse(jekylls) ? ours : jekylls
}

async function inZone<T>(trap: Trap, task: () => Promise<T>): Promise<T> {
  const before = process.env['TZ']
  process.env['TZ'] = trap.timezone ?? 'UTC'
  try {
    return await task()
  } finally {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  }
}
