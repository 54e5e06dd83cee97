/**
 * Every failure Lectern can report: a stable code and the sentence the writer reads.
 *
 * A sentence says what happened, what still stands, and where it helps, what to do next.
 */
export const messages = {
  'internal.unexpected': () =>
    'Something unexpected went wrong in Lectern. Your text is still in the editor.',
  'contract.unknown-method': (method: string) => `Lectern has no operation called “${method}”.`,
  'contract.bad-argument': (what: string) =>
    `Lectern was asked for something it does not understand: ${what}.`,
  'host.unreachable': () =>
    'Lectern’s background service does not answer. Your text is still in this window; Lectern keeps trying.',
  'host.no-key': () => 'This page has no key to Lectern, or that of an earlier start.',
  'host.closing': () => 'Lectern is being closed. Start it again to go on; what was kept comes back.',
  'host.port-taken': (port: string) =>
    `Lectern cannot listen on port ${port} of this machine: another program uses it, or it is not allowed. Choose another with --port.`,
  'host.link-refused': (url: string) =>
    `Lectern opens web and mail addresses only, and “${url}” is neither. Nothing was opened.`,
  'host.no-browser': (url: string) => `No browser was found on this machine to open ${url} in.`,
  'host.no-file-manager': (path: string) => `No file manager was found on this machine to show ${path} in.`,
  'starter.not-made': (folder: string, why: string) =>
    `The sample site could not be made in ${folder} (${why}). Open a folder of your own instead.`,
  'host.no-pdf-program': (path: string) => `No program was found on this machine to show ${path} in.`,
  'host.no-folder-dialog': () => 'There is no folder dialog here. Type the folder’s path instead.',
  'post.changed-on-disk': (file: string) =>
    `${file} was changed by another program since you opened it. Nothing was overwritten.`,
  'post.not-found': (file: string) => `There is no file ${file}. It may have been moved or removed.`,
  'post.no-page': (file: string) =>
    `Jekyll makes no page of ${file}: it is no text, or the site leaves it out.`,
  'post.exists': (file: string) => `${file} exists already. Nothing was changed.`,
  'post.not-utf8': (file: string) =>
    `${file} is not UTF-8 text, so Lectern opens it for reading only and will not save over it.`,
  'post.outside-folder': (file: string) =>
    `${file} lies outside the open folder, so Lectern does not touch it.`,
  'post.not-readable': (file: string, why: string) => `${file} cannot be read (${why}). Nothing was changed.`,
  'post.untouchable': (file: string) =>
    `${file} lies in a folder that Lectern leaves alone (_site, vendor, node_modules, .git).`,
  'post.bad-name': (name: string) => `“${name}” cannot be a file name. Nothing was changed.`,
  'post.name-too-long': (file: string) =>
    `The name ${file} is too long for this disk. Choose a shorter one; nothing was changed.`,
  'post.disk-full': (file: string) =>
    `The disk is full, so ${file} was not saved. Your text is safe; free some space and save again.`,
  'post.no-permission': (file: string) =>
    `You may not write ${file} here, so it was not saved. Your text is safe; change the permission or save a copy elsewhere.`,
  'post.read-only-disk': (file: string) =>
    `${file} lies on a read-only disk, so it was not saved. Your text is safe; save a copy elsewhere.`,
  'post.write-failed': (file: string, why: string) =>
    `${file} could not be written (${why}). Your text is safe; try again.`,
  'draft.not-kept': (file: string, why: string) =>
    `Not saved: what you type in ${file} cannot be kept on this disk (${why}). Copy your text elsewhere before you close Lectern.`,
  'draft.disk-full': (file: string) =>
    `Not saved: the disk is full, and so is the space Lectern set aside for ${file}. Free some space before you type on.`,
  'folder.not-found': (folder: string) => `The folder ${folder} is not there.`,
  'folder.not-a-folder': (folder: string) => `${folder} is a file. Choose the folder it lies in.`,
  'folder.not-readable': (folder: string) => `You may not read the folder ${folder}.`,
  'settings.not-saved': (why: string) =>
    `The setting could not be saved (${why}). It holds until you close Lectern.`,
  'spelling.no-dictionary': (language: string) => `There is no dictionary for ${language}.`,
  'spelling.bad-dictionary': (name: string) =>
    `${name} is no Hunspell dictionary: it takes a file .aff and a file .dic of the same name. Nothing was added.`,
  'history.not-found': (file: string) => `That version of ${file} is not kept any more.`,
  'trash.not-moved': (file: string, why: string) =>
    `${file} could not be moved to the trash (${why}). It is still where it was, or in the trash.`,
  'trash.not-found': () => 'That post is not in the trash any more.',
  'picture.not-a-picture': (name: string) =>
    `${name} is not a picture that browsers show (PNG, JPEG, GIF, WebP, AVIF or SVG), or it is damaged. Nothing was added.`,
  'picture.active-svg': (name: string, what: string) =>
    `${name} holds ${what}, which would run for your readers. Nothing was added.`,
  'picture.too-large': (name: string) =>
    `${name} is larger than 40 MB, more than a post should make its readers load. Nothing was added.`,
  'pdf.not-a-pdf': (name: string) => `${name} is not a PDF, or it is damaged. Nothing was added.`,
  'pdf.missing': (path: string) => `The site has no PDF at ${path}. It may have been moved or removed.`,
  'picture.not-in-gallery': (name: string, ending: string) =>
    `The gallery shows files that end in .${ending}, and ${name} cannot be made one without losing what it is. Nothing was added.`,
  'search.bad-pattern': (why: string) => `This is not a regular expression Lectern understands: ${why}.`,
  'search.too-slow': () => 'The search took longer than a second and was stopped. Try a simpler expression.',
  'replace.not-found': () => 'That replacement cannot be taken back any more.',
  'post.bad-date': (text: string) => `“${text}” is not a date. Write it as 2026-07-14.`,
  'update.not-an-embed': (text: string) =>
    `“${text}” is no video or page Lectern can put into a post. Nothing was changed.`,
  'site.not-found': (folder: string) => `There is no folder ${folder}.`,
  'theme.none': () => 'This site names no theme in another repository (remote_theme). Nothing was fetched.',
  'theme.cancelled': () => 'Cancelled. Nothing was fetched.',
  'theme.unreachable': (host: string) =>
    `${host} cannot be reached. Nothing was fetched; try again when the network is back.`,
  'theme.timeout': (host: string) => `${host} did not answer in time. Nothing was fetched; try again later.`,
  'theme.not-found': (theme: string, host: string) =>
    `${host} has no theme “${theme}”, or shows it to some people only. Nothing was fetched; look at remote_theme in _config.yml.`,
  'theme.refused': (host: string, status: string) =>
    `${host} answered with an error (${status}). Nothing was fetched; try again later.`,
  'theme.led-astray': (host: string) =>
    `The address of the theme on ${host} leads into your own computer or network, or nowhere. Lectern did not follow it.`,
  'theme.too-large': (theme: string) =>
    `The theme “${theme}” is larger than Lectern takes. Nothing was fetched; a copy of it in the site’s folder would do.`,
  'theme.not-an-archive': (host: string) =>
    `What ${host} answered is no archive of a theme, or a part of one. Nothing was kept; try again later.`,
  'theme.empty': (theme: string) =>
    `There are neither layouts nor styles in “${theme}”. Nothing was kept; look at remote_theme in _config.yml.`,
  'theme.not-kept': (why: string) =>
    `The theme could not be written into Lectern’s own folder (${why}). Nothing was changed.`,
  'front-matter.not-representable': (field: string) =>
    `The field “${field}” is written in a way the form cannot change safely. Edit it in the text.`,
  'git.missing': () =>
    'Git is not installed on this machine, or not where programs are looked for. Files can still be copied without a commit.',
  'git.not-a-repository': (folder: string) => `${folder} is not a git repository. Nothing was changed.`,
  'git.unsafe-owner': (folder: string) =>
    `Git does not trust ${folder}, because another user owns it. If you do, run: git config --global --add safe.directory ${folder}. Nothing was changed.`,
  'git.no-commits': () =>
    'This repository has no commit yet. Make the first one, then export again. Nothing was changed.',
  'git.bare': (folder: string) =>
    `${folder} is a bare repository, which holds no files. Nothing was changed.`,
  'git.detached': () =>
    'No branch is checked out in this repository (detached HEAD), so a commit would be lost. Check out a branch first. Nothing was changed.',
  'git.mid-operation': (what: string) =>
    `This repository is in the middle of a ${what}. Finish or abort it first. Nothing was changed.`,
  'git.unmerged': () =>
    'This repository has files with unresolved conflicts. Resolve them first. Nothing was changed.',
  'git.no-identity': () =>
    'Git does not know who you are. Tell Lectern your name and address for this repository, or export without a commit.',
  'git.hook-failed': (words: string) => `Git refused the commit, and nothing was changed. It said: ${words}`,
  'git.locked': (file: string) =>
    `Another program is working in this repository (${file} is there). Nothing was changed; try again when it has finished.`,
  'git.ignored': (path: string) => `${path} is ignored by this repository (.gitignore). Nothing was changed.`,
  'git.failed': (words: string) => `Git failed. It said: ${words}`,
  'push.no-remote': () => 'This repository has no remote to push to. The commit is made and stays here.',
  'push.silent': (remote: string) =>
    `${remote} did not answer for ten seconds. The commit is made, not on the site yet; Lectern tries again.`,
  'push.offline': (remote: string) =>
    `${remote} cannot be reached. The commit is made, not on the site yet; Lectern tries again when the network is back.`,
  'push.needs-password': (remote: string) =>
    `${remote} asks for a password or passphrase, which only the terminal can give. The commit is made; run git push there once.`,
  'push.login-page': (remote: string) =>
    `${remote} answered with a web page instead of git’s words, as the login page of a network does. The commit is made, not on the site yet.`,
  'push.refused': (words: string) =>
    `The remote refused the push. The commit is made, not on the site yet. It said: ${words}`,
  'push.conflict': (files: string) =>
    `The site has other changes in ${files}. The commit is made, not on the site yet; decide what the file shall hold.`,
  'push.local-changes': (files: string) =>
    `The site has changes in ${files}, which you have changed here without committing. The commit is made, not on the site yet; commit or take back those changes, then push.`,
  'push.failed': (words: string) =>
    `The push failed. The commit is made, not on the site yet. Git said: ${words}`,
  'push.held': (findings: string) => `Not pushed, because of what has changed since the commit: ${findings}`,
  'export.no-target': () =>
    'These posts lie in no git repository. Choose the repository of the site, or export without a commit.',
  'export.different-repositories': () =>
    'These posts lie in different repositories. Export those of one at a time.',
  'export.not-a-post': (path: string) => `${path} is not a file that can be exported.`,
  'export.plan-stale': (path: string) =>
    `${path} changed after the plan was made. Nothing was exported; look at the new plan.`,
  'export.changed-there': (path: string) =>
    `${path} was changed on the site since you exported it, in the same places as here. Exporting would lose that; compare the two first.`,
  'export.uncommitted-there': (path: string) =>
    `${path} has changes in the site’s repository that are not committed. Exporting would replace them; commit them first, or compare the two.`,
  'export.no-site': (folder: string) =>
    `There is no Jekyll site in ${folder}: neither a _config.yml nor a _posts folder.`,
  'export.joined': (path: string) =>
    `${path} was changed on the site since you exported it. Both changes are kept; look at the result below.`,
  'export.recovered-finished': (what: string) =>
    `Lectern was interrupted while exporting. The export is complete: ${what}.`,
  'export.recovered-taken-back': (what: string) =>
    `Lectern was interrupted while exporting. Nothing of it was kept: ${what}.`,
  'export.no-plan': () => 'This plan is not known any more. Make a new one.',
  'export.read-only': (path: string) => `${path} is write-protected. Nothing was changed.`,
  'export.symlink': (path: string) => `${path} leads out of the repository by a link. Nothing was changed.`,
  'export.cancelled': () => 'Cancelled. Nothing was changed.',
  'export.busy': () => 'Another export into this repository is going on. Nothing was changed.',
  'export.failed': (words: string) =>
    `The export could not be finished, and what it had done was taken back. The reason: ${words}`,
  'export.stopped': (findings: string) => `Not exported: ${findings}`,
  'export.index-locked': (file: string) =>
    `The commit is made. Another program holds ${file}, so git still lists the files as changed; Lectern puts that right at the next export or start.`,
  'export.undo-elsewhere': () =>
    'The branch that is checked out does not hold this export. Check out the branch it went to, then undo. Nothing was undone.',
  'export.nothing-to-undo': () => 'There is no export to undo.',
  'export.undo-changed': (path: string) =>
    `${path} was changed after this export, so undoing would lose that change. Nothing was undone.`,
  'embed.not-in-post': (what: string) =>
    `There is no embed “${what}” in this post. lectern embeds POST lists what is there.`,
  'embed.refused': (reason: string) => reason,
  'links.no-such-label': (label: string) => `No definition of this post is called “${label}”.`,
  'links.bad-label': (label: string) =>
    `“${label}” cannot be a label: it is empty, begins with ^, or holds a bracket or a line end.`,
  'links.label-taken': (label: string) =>
    `“${label}” stands for another address in this post already. Nothing was changed.`,
  'links.captures-text': (label: string) =>
    `With “${label}” as a label, other words of this post would become links. Nothing was changed.`,
  'links.liquid-address': () =>
    'The address holds Liquid that may mean something else at another place of the post.',
  'links.liquid-block': () => 'A Liquid block decides what becomes of this link.',
  'links.two-lines': () => 'The address or its title goes over more than one line.',
  'links.unwritable': () => 'The address cannot be written in this form: kramdown would read another one.',
  'links.attributes': () => 'An attribute list belongs to the definition of this link.',
  'links.changes-page': () => 'Written the other way, this link would change what is published.',
} as const

export type ErrorCode = keyof typeof messages

type Args<C extends ErrorCode> = Parameters<(typeof messages)[C]>

/** What crosses the wire and what `--json` prints as `error`. */
export interface WireError {
  readonly code: string
  readonly message: string
}

/** A failure with a code from {@link messages}. `cause` is kept for the log, never shown. */
export class LecternError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, args: readonly string[] = [], options?: { cause?: unknown }) {
    super(messageFor(code, args), options)
    this.name = 'LecternError'
    this.code = code
  }
}

/** The sentence for a code. `args` are the placeholders of its entry in {@link messages}, in order. */
export function messageFor<C extends ErrorCode>(code: C, args: readonly string[] | Args<C>): string {
  const sentence = messages[code] as (...values: string[]) => string
  return sentence(...(args as readonly string[]))
}

/** Any thrown value as code and sentence; what is not a LecternError becomes `internal.unexpected`. */
export function toWireError(error: unknown): WireError {
  if (error instanceof LecternError) return { code: error.code, message: error.message }
  return { code: 'internal.unexpected', message: messageFor('internal.unexpected', []) }
}
