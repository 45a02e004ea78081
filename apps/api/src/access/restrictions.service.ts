import type { FileFacts } from '@brobygger/access'
import type { Administration } from '@brobygger/domain/codes'
import type { EventBody } from '@brobygger/domain/events'
import { Injectable } from '@nestjs/common'
import { Commands, type Plan } from '../command/commands.js'
import { EntryLog } from '../entries/entry-log.js'
import { Reply } from '../http/reply.js'
import type { Person } from '../person/caller.js'
import { Staff } from '../person/staff.js'
import { CaseTime } from '../practice/case-time.js'
import { AccessReviewsService } from '../rights/access-reviews.service.js'
import { Storage } from '../storage/storage.js'
import { CaseAccess, type CasePlace } from './case-access.js'
import type {
  BreakGlassBody,
  LiftBody,
  RestrictBody,
  RestrictionResult,
  UrgentAccess,
} from './restriction-bodies.js'

/** Who asks what of which case. */
interface Asking<B> {
  readonly caller: Person
  readonly key: string | undefined
  readonly caseId: string
  readonly body: B
}

/** What is recorded in each administration, after what has to be done before, and what is answered. */
interface Doing<T extends object> {
  readonly event: (text: string) => EventBody
  readonly before?: (of: { administration: Administration; text: string; at: string }) => Promise<void>
  readonly reply: Reply<T>
}

/** How long urgent access lasts, in milliseconds. */
const URGENT = 30 * 60_000

/** The parts in which somebody does the work. */
const working = ['socialWorker', 'familyCaseworker', 'familyHouseTherapist'] as const

/** Restricts cases to named people, lifts that, and gives urgent access. */
@Injectable()
export class RestrictionsService {
  constructor(
    private readonly access: CaseAccess,
    private readonly commands: Commands,
    private readonly storage: Storage,
    private readonly staff: Staff,
    private readonly log: EntryLog,
    private readonly time: CaseTime,
    private readonly reviews: AccessReviewsService,
  ) {}

  /** The caller's administration's part of the case is there for these people alone, and for whoever works on it. */
  async restrict(asking: Asking<RestrictBody>): Promise<Reply<RestrictionResult>> {
    const { caller, caseId, body } = asking
    for (const person of body.people) this.staff.mustWorkHere(person, 'people')
    const place = this.access.of(caseId, caller)
    const people = [...new Set([...body.people, caller.id, ...holders(place)])]
    return await this.write(asking, place, 'restrict', () => ({
      event: text => ({ type: 'accessRestricted', people, text }),
      reply: new Reply({ caseId, people }, 200),
    }))
  }

  async lift(asking: Asking<LiftBody>): Promise<Reply<RestrictionResult>> {
    const { caller, caseId } = asking
    const place = this.access.of(caseId, caller)
    return await this.write(asking, place, 'lift-restriction', () => ({
      event: text => ({ type: 'restrictionLifted', text }),
      reply: new Reply({ caseId, people: null }, 200),
    }))
  }

  /** Half an hour of reading, from the moment the command first came. */
  async breakGlass(asking: Asking<BreakGlassBody>): Promise<Reply<UrgentAccess>> {
    const { caller, caseId } = asking
    const place = this.access.of(caseId, caller)
    return await this.write(asking, place, 'break-glass', plan => {
      const until = new Date(Date.parse(plan.at) + URGENT).toISOString()
      return {
        event: text => ({ type: 'urgentAccessTaken', person: caller.id, until, text }),
        // First, so that there is no access without its review.
        before: of => this.reviews.open({ ...of, place, plan, caller, until }),
        reply: new Reply({ caseId, until }, 201),
      }
    })
  }

  private async write<T extends object>(
    { caller, key, caseId, body }: Asking<{ why: string }>,
    place: CasePlace,
    name: string,
    doing: (plan: Plan) => Doing<T>,
  ): Promise<Reply<T>> {
    const incoming = { caller, key, name: `${name} ${caseId}`, body, codesOnly: false }
    return await this.commands.once(incoming, async plan => {
      const { event, before, reply } = doing(plan)
      for (const administration of administrationsOf(place)) {
        const text = await this.putWhy(place, administration, plan, name, body.why)
        const at = await this.time.now(place)
        await before?.({ administration, text, at })
        const { practice } = place
        await this.log.append({ caseId, administration, practice, at, by: caller.id, body: event(text) })
      }
      return reply
    })
  }

  private putWhy(place: CasePlace, administration: Administration, plan: Plan, purpose: string, why: string) {
    const { caseId, practice } = place
    const id = `${plan.id}-${administration}`
    return this.storage.vault.put({ administration, caseId, id, practice, purpose, content: { why } })
  }
}

const administrationsOf = ({ processes }: CasePlace): Administration[] => [
  ...new Set(processes.map(({ administration }) => administration)),
]

/** Whoever works on the part of a case that is restricted: nobody is shut out of their own work. */
function holders({ file, processes }: CasePlace): string[] {
  const touched = new Set(processes.map(({ id }) => id))
  const parts = file.parts.filter(({ process }) => touched.has(process))
  const tasks: FileFacts['tasks'] = file.tasks.filter(({ process, open }) => open && touched.has(process))
  const people = parts.flatMap(part => working.map(name => part.people[name] ?? null))
  return [...people, ...tasks.map(({ person }) => person)].filter(person => person !== null)
}
