import { call } from './http.js'
import { moment, noDuty } from './practice-case.js'
import { PracticeProcess } from './practice-process.js'

interface Shown {
  readonly capacity: number
  readonly free: number
  readonly open: boolean
  readonly places: {
    course: string
    status: 'waiting' | 'placed'
    number: number | null
    held: boolean
    reason: string | null
    overtook: string[]
  }[]
}

/** A practice group of the family house. */
export class PracticeGroup extends PracticeProcess {
  static async open(capacity: number, houseKind = 'short'): Promise<PracticeGroup> {
    const answer = await call<{ process: string }>('POST', '/family-house/groups', 'hl-olga', {
      title: 'Tirsdagsholdet',
      houseKind,
      ageBands: ['3-5', '6-9'],
      capacity,
      practice: { startsAt: moment(0) },
    })
    if (answer.status !== 201) throw new Error(`group refused: ${JSON.stringify(answer.body)}`)
    return new PracticeGroup(answer.body.process, ['hl-olga'])
  }

  async places(): Promise<Shown> {
    return (await call<Shown>('GET', `/family-house/groups/${this.id}`, 'hl-olga')).body
  }

  /** Courses that wait, in their order; those that have a place. */
  async order(): Promise<{ waiting: string[]; placed: string[] }> {
    const { places } = await this.places()
    const of = (status: string) => places.filter(place => place.status === status)
    return {
      waiting: of('waiting')
        .sort((a, b) => (a.number ?? 0) - (b.number ?? 0))
        .map(({ course }) => course),
      placed: of('placed')
        .map(({ course }) => course)
        .sort(),
    }
  }

  take(course: PracticeCourse, as: string) {
    return call('POST', `/family-house/groups/${this.id}/places`, as, { course: course.id })
  }

  putFirst(course: PracticeCourse, as: string) {
    const why = { reason: 'decision', why: 'Afgørelse om støttende indsats.' }
    return call('POST', `/family-house/groups/${this.id}/first`, as, { course: course.id, ...why })
  }

  setCapacity(capacity: number) {
    return call('POST', `/family-house/groups/${this.id}/capacity`, 'hl-olga', { capacity })
  }
}

/** A practice course in the family house. */
export class PracticeCourse extends PracticeProcess {
  static async ask(form: Record<string, unknown>, as = 'fh-karen'): Promise<PracticeCourse> {
    const answer = await call<{ process: string }>('POST', '/family-house/courses', as, {
      way: 'application',
      houseKind: 'short',
      ageBand: '3-5',
      practice: { startsAt: moment(0) },
      ...form,
    })
    if (answer.status !== 201) throw new Error(`course refused: ${JSON.stringify(answer.body)}`)
    return new PracticeCourse(answer.body.process, ['hl-olga'])
  }

  /** A family that applied, and waits for a place in a group, or has one offered. */
  static async for(group: PracticeGroup): Promise<PracticeCourse> {
    const course = await PracticeCourse.ask({})
    await course.answer('houseIntake', 'fh-karen', { decision: 'group', group: group.id })
    return course
  }

  /** Begins the course on day n, with a first session on day n + 7. */
  begin(startsOn: string, firstSessionOn: string): Promise<void> {
    const goals = 'Rolige morgener.'
    return this.answer('startCourse', 'fh-karen', { startsOn, goals, firstSessionOn })
  }

  /** Holds a session with the mother's scores. */
  session(on: string, ors: number, more: Record<string, unknown> = {}): Promise<void> {
    return this.answer('familySession', 'fh-karen', {
      heldOn: on,
      present: ['mother', 'child'],
      ors: [{ who: 'adult', score: ors }],
      srs: [{ who: 'adult', score: 38 }],
      dutyCheck: noDuty,
      ...more,
    })
  }
}
