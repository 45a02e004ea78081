import { aboutStaff, leads, worksIn } from './relations.js'
import type { Actor, FileFacts, Part, TaskFacts } from './facts.js'

/** Why somebody cannot be given work. */
export type NotReceiver = 'staff-conflicted' | 'staff-elsewhere' | 'staff-not-named'

/**
 * Why a colleague cannot be given a process or a task of it; null when they can. They must work in the administration
 * and unit of the process, must not have a conflict of interest, and must be named where the file is restricted.
 */
export function whyNotReceiver(
  colleague: Pick<Actor, 'id' | 'affiliations'>,
  { file, part, task }: { file: FileFacts; part: Part; task?: TaskFacts | undefined },
): NotReceiver | null {
  if (file.parts.some(({ hiddenFrom }) => hiddenFrom.includes(colleague.id))) return 'staff-conflicted'
  const isOfRole =
    task !== undefined &&
    colleague.affiliations.some(own => own.administration === part.administration && own.role === task.role)
  const works = !aboutStaff.includes(part.kind) && worksIn(colleague, part)
  if (!works && !leads(colleague, part) && !isOfRole) return 'staff-elsewhere'
  const named = file.restricted[part.administration]
  return named === undefined || named.includes(colleague.id) ? null : 'staff-not-named'
}
