import { houseCourse, listHouseCourses, type HouseCourse } from '@brobygger/database'
import { houseKinds, waysIn } from '@brobygger/domain/codes'
import { orsCutoffs, orsReliableChange, srsCutoff } from '@brobygger/domain/family-house'
import { splitTexts } from '@brobygger/domain/forms'
import { courseForm, type CourseInput, type Referrer } from '@brobygger/domain/messages'
import type { Municipality } from '@brobygger/domain/organisation'
import { caseIn, courseNumber, processId } from '@brobygger/domain/processes'
import { Inject, Injectable } from '@nestjs/common'
import type { z } from 'zod'
import { viewerOf } from '../access/actor.js'
import { View } from '../access/view.js'
import { CaseAccess } from '../access/case-access.js'
import { caseIdOf } from '../command/command-id.js'
import { Commands, type Plan } from '../command/commands.js'
import { fieldProblem, Problem } from '../http/problem.js'
import { Reply } from '../http/reply.js'
import type { Person } from '../person/caller.js'
import { startOf } from '../practice/practice-start.js'
import { Storage } from '../storage/storage.js'
import { openTexts } from '../storage/texts.js'
import { OpenProcess } from '../temporal/open-process.js'
import { MUNICIPALITY } from '../tokens.js'
import type { courseDetail, courseReceipt, FamilyCurve } from './course-shapes.js'
import type { AskForCourse, CoursesQuery } from './family-house-bodies.js'
import { housePeople } from './house-people.js'

/** Where a course belongs: in a file of its own, or in the case that reception sends it from. */
interface Place {
  readonly caseId: string
  readonly process: string
  readonly practice: string | null
  readonly referrer: Referrer | null
}

/** Takes families in, and shows their courses. */
@Injectable()
export class CoursesService {
  constructor(
    private readonly storage: Storage,
    private readonly access: CaseAccess,
    private readonly commands: Commands,
    private readonly processes: OpenProcess,
    @Inject(MUNICIPALITY) private readonly municipality: Municipality,
  ) {}

  /** Asks for a course. The answer comes when it stands in the house's worklist. */
  async ask(caller: Person, key: string | undefined, body: AskForCourse) {
    const incoming = { caller, key, name: 'ask-for-course', body, codesOnly: false }
    const reply = await this.commands.once(incoming, plan => this.start(caller, body, plan))
    return reply.with({ Location: `/api/family-house/courses/${reply.body.process}` })
  }

  async list(caller: Person, query: CoursesQuery) {
    return await listHouseCourses(this.storage.db, { ...query, viewer: viewerOf(caller) })
  }

  async one(caller: Person, process: string): Promise<z.infer<typeof courseDetail>> {
    const view = View.of(caller)
    const { sessions, ...course } = await this.course(process)
    const scores = view.sees(process, 'scores')
    const textRef = view.sees(process, 'texts') ? course.textRef : null
    return {
      ...course,
      offTrack: scores ? course.offTrack : null,
      textRef,
      curve: curveOf({ sessions: scores ? sessions : [] }),
      texts: await openTexts(this.storage, [textRef], view.reading),
      withheld: view.withheld,
    }
  }

  /** The curve of a course alone: all that a family sees with its code. */
  async curve(process: string): Promise<FamilyCurve> {
    return curveOf(await this.course(process))
  }

  private async course(process: string): Promise<HouseCourse> {
    const course = await houseCourse(this.storage.db, { process })
    if (course === null) throw new Problem('course-unknown')
    return course
  }

  private async start(
    caller: Person,
    body: AskForCourse,
    plan: Plan,
  ): Promise<Reply<z.infer<typeof courseReceipt>>> {
    const { way, houseKind, ageBand, mainCategory = null } = body
    const { caseId, process, practice, referrer } = await this.placeOf(caller, body, plan)
    const { texts } = splitTexts({ form: courseForm, value: body })
    const text =
      Object.keys(texts).length === 0
        ? undefined
        : await this.storage.vault.put({
            administration: 'social-services',
            caseId,
            id: plan.id,
            practice: practice !== null,
            purpose: 'course',
            content: texts,
          })
    const input: CourseInput = {
      caseId,
      practice: practice === null ? null : { startsAt: practice },
      way,
      houseKind,
      ageBand,
      mainCategory,
      referrer,
      ...(text === undefined ? {} : { text }),
      people: housePeople(this.municipality, way === 'walkIn' ? caller.id : null),
    }
    const staticSummary = `${houseKinds.labels[houseKind].da}: ${waysIn.labels[way].da}`
    const summary = { staticSummary }
    const opened = await this.processes.open({ process, input, command: plan.id, again: false, summary })
    return new Reply({ caseId, process }, opened === 'started' ? 202 : 201)
  }

  private async placeOf(caller: Person, body: AskForCourse, plan: Plan): Promise<Place> {
    const { way, referredBy } = body
    if (way !== 'reception') {
      const caseId = caseIdOf(plan.id)
      const process = processId({ kind: 'familyHouseCourse', caseId })
      return { caseId, process, practice: startOf(body.practice, plan.at), referrer: null }
    }
    if (referredBy === undefined) throw fieldProblem('input-invalid', 'referredBy')
    const caseId = caseIn(referredBy)
    const place = await this.access.named(caseId, caller, 'referToHouse')
    if (!place.processes.some(({ id }) => id === referredBy))
      throw fieldProblem('process-unknown', 'referredBy')
    const before = place.processes.filter(({ id }) => isFromReception(id)).length
    const n = courseNumber({ way, before })
    return {
      caseId,
      process: processId({ kind: 'familyHouseCourse', caseId, n }),
      practice: place.practice ? startOf(body.practice ?? true, plan.at) : null,
      referrer: { by: 'process', process: referredBy, person: caller.id },
    }
  }
}

const isFromReception = (process: string): boolean => /^familyHouseCourse-.*-9\d\d$/.test(process)

function curveOf({ sessions }: Pick<HouseCourse, 'sessions'>): FamilyCurve {
  return {
    sessions: sessions.map(({ ors, srs, ...session }) => ({ ...session, ors: [...ors], srs: [...srs] })),
    cutoffs: { ors: orsCutoffs, reliableChange: orsReliableChange, srs: srsCutoff },
  }
}
