import { may, whyNotReceiver, type FileAction, type FileFacts } from '@brobygger/access'
import type { Administration } from '@brobygger/domain/codes'
import { Injectable } from '@nestjs/common'
import { fieldProblem, Problem } from '../http/problem.js'
import type { Person } from '../person/caller.js'
import { Staff } from '../person/staff.js'
import { ServerClock } from './clock.js'
import { Facts } from './facts.js'
import type { Granted } from './granted.js'

/** A case as a command needs to know it: the part of it that the caller may touch. */
export interface CasePlace {
  readonly caseId: string
  readonly practice: boolean
  /** The first process that the caller may touch: for whoever works in the case's own administration it carries it. */
  readonly carrier: string
  readonly processes: readonly {
    readonly id: string
    readonly administration: Administration
    readonly open: boolean
  }[]
  readonly file: FileFacts
}

/** Gives services the cases that the guard has granted. */
@Injectable()
export class CaseAccess {
  constructor(
    private readonly facts: Facts,
    private readonly staff: Staff,
    private readonly clock: ServerClock,
  ) {}

  /** The file that the guard granted to the caller. A service that asks for another one is wrong, and refused. */
  of(caseId: string, caller: Person): CasePlace {
    const { granted } = caller
    if (granted?.file?.caseId !== caseId) throw new Problem('access-denied')
    return placeOf({ ...granted, file: granted.file })
  }

  /** A file that a body names, beside the one of the address. */
  async named(caseId: string, caller: Person, action: FileAction): Promise<CasePlace> {
    const file = await this.facts.of({ caseId }, caller.id, true)
    if (file === null) throw new Problem('case-unknown')
    const decision = may({ actor: caller, action, target: { file, now: this.clock.now() } })
    if (!decision.allowed) throw new Problem(decision.code)
    return placeOf({ decision, file })
  }

  /** Refuses somebody who declared a conflict of interest in the case. */
  mustBeFree({ file }: CasePlace, to: { person: string; field: string }): void {
    const isHidden = file.parts.some(({ hiddenFrom }) => hiddenFrom.includes(to.person))
    if (isHidden) throw fieldProblem('staff-conflicted', to.field)
  }

  /**
   * Refuses to give work to somebody who must not have it: of another administration or unit, with a conflict of
   * interest, or not named where the case is restricted.
   */
  mustReceive(
    place: CasePlace,
    to: { person: string; field: string; task?: string; process?: string },
  ): void {
    const { file } = place
    const colleague = this.staff.mustFind(to.person)
    const named = file.tasks.find(({ id }) => id === to.task)
    const ids = to.process === undefined ? place.processes.map(({ id }) => id) : [to.process]
    for (const part of file.parts.filter(({ process, open }) => open && ids.includes(process))) {
      const why = whyNotReceiver(colleague, { file, part, task: named })
      if (why !== null) throw fieldProblem(why, to.field)
    }
  }
}

/** The part of a file that a decision opens. */
function placeOf({ decision, file }: Granted & { readonly file: FileFacts }): CasePlace {
  const { caseId, practice } = file
  const parts = file.parts.filter(({ process }) => decision.seen.has(process))
  const [first] = parts
  if (first === undefined) throw new Problem('case-unknown')
  const processes = parts.map(({ process: id, administration, open }) => ({ id, administration, open }))
  return { caseId, practice, carrier: first.process, processes, file }
}
