import type { Administration } from '@brobygger/domain/codes'
import { caseEvent, type CaseEvent, type EventBody, type EventOf } from '@brobygger/domain/events'
import { peopleWith, type People } from '@brobygger/domain/organisation'
import type { Ledger } from '@brobygger/domain/processes'
import type { Deadline } from '@brobygger/domain/policy'

/** The people of the made-up cases. */
export const somePeople: People = peopleWith({
  raiser: 'ed-rasmus',
  institutionLeader: 'nl-101001',
  socialWorker: 'sw-anna',
  teamLeader: 'tl-eva',
  nextManager: 'ml-finn',
  familyGroupLeader: 'fl-ida',
})

/** A moment `days` after Monday 11 January 2027, 08:00 UTC. */
export function day(days: number): string {
  return new Date(Date.UTC(2027, 0, 11, 8) + days * 86_400_000).toISOString()
}

/** A deadline at the end of a day, counted from another. */
export function deadlineOn(from: number, to: number): Deadline {
  const dueOn = day(to).slice(0, 10)
  return {
    rule: 'triage-answer',
    ruleVersion: 1,
    from: day(from),
    dueAt: `${dueOn}T22:59:59.999Z`,
    dueOn,
    remindAt: day(to - 1),
    explanation: { da: 'Opdigtet frist', en: 'Made-up deadline' },
  }
}

/** Writes the log of one process, numbering its events; every event passes the schema. */
export class ProcessLog {
  private seq = 0
  constructor(
    readonly process: string,
    private readonly of: { caseId: string; administration: Administration; practice?: boolean },
  ) {}

  /** The next event. */
  event(onDay: number, body: EventBody, by: string | null = null): CaseEvent {
    this.seq += 1
    const { caseId, administration, practice = false } = this.of
    return caseEvent.parse({
      process: this.process,
      seq: this.seq,
      caseId,
      administration,
      practice,
      at: day(onDay),
      by,
      body,
    })
  }

  /** The ledger after the events so far. */
  ledger(): Ledger {
    return {
      version: 1,
      entries: [],
      owed: [],
      asked: [],
      people: somePeople,
      responsible: 'sw-anna',
      excluded: [],
      standIns: [],
      pauses: [],
      seq: this.seq,
      tasks: 0,
      effects: 0,
      letters: [],
      clockOffset: null,
      facts: { v_kept: 'as it is' },
    }
  }
}

/** A concern about a made-up child. */
export function concernRaised(over: Partial<EventOf<'concernRaised'>> = {}): EventOf<'concernRaised'> {
  return {
    type: 'concernRaised',
    institution: '101001',
    raisedBy: 'ed-rasmus',
    raiserRole: 'educator',
    ageBand: '3-5',
    mainCategory: 'parentalRole',
    otherCategories: ['structure'],
    severity: 'less',
    parentsInformed: 'both',
    interpreterLanguage: null,
    knownToAuthority: 'unknown',
    acute: false,
    text: 'v_enquiry',
    ...over,
  }
}

/** A task for a person, or for the unit's queue. */
export function taskOpened(task: string, over: Partial<EventOf<'taskOpened'>> = {}): EventOf<'taskOpened'> {
  return {
    type: 'taskOpened',
    task,
    kind: 'triage',
    step: 'triage',
    role: 'socialWorker',
    unit: 'early-help',
    person: 'sw-anna',
    owed: false,
    about: null,
    deadline: deadlineOn(0, 3),
    ...over,
  }
}

/** The first events of a concern: started, raised, responsibility and triage. */
export function raisedCase(args: { caseId: string; practice?: boolean; raisedOn?: number; dueIn?: number }): {
  log: ProcessLog
  events: CaseEvent[]
} {
  const { caseId, practice = false, raisedOn = 0, dueIn = 3 } = args
  const log = new ProcessLog(`concern-${caseId}`, { caseId, administration: 'children-and-youth', practice })
  const task = `concern-${caseId}.1`
  const events = [
    log.event(raisedOn, { type: 'processStarted', kind: 'concern', unit: 'early-help', people: somePeople }),
    log.event(raisedOn, concernRaised(), 'ed-rasmus'),
    log.event(raisedOn, {
      type: 'responsibilityMoved',
      administration: 'children-and-youth',
      unit: 'early-help',
      person: 'sw-anna',
      basis: 'raised',
    }),
    log.event(raisedOn, { type: 'stepEntered', step: 'triage', n: 1 }),
    log.event(raisedOn, taskOpened(task, { deadline: deadlineOn(raisedOn, raisedOn + dueIn) })),
  ]
  return { log, events }
}
