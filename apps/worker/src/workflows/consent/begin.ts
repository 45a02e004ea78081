import {
  giveConsent,
  refuseConsent,
  withdrawConsent,
  type ConsentInput,
  type GiveConsent,
  type RefuseConsent,
  type WithdrawConsent,
} from '@brobygger/domain/messages'
import type { Process } from '@brobygger/domain/processes'
import { writtenConsentTask } from '@brobygger/domain/tasks'
import { command, listenToRegistry, refuse, start } from '../kit/index.js'
import { recompute } from './answers.js'
import { heardOfText } from './delivery.js'
import { listenForIdentification } from './envelope.js'
import { lapseHealth } from './health.js'
import { lapsed, writtenDown } from './oral.js'
import { answered, type Consent, type ConsentFacts, type ConsentStep, type ConsentWay } from './way.js'

/** Starts a consent, or goes on from its ledger, and takes what each giver says. */
export function begin(process: Process<ConsentStep>, input: ConsentInput): Consent {
  const { consent, purpose, from, to, kinds, givers, textVersion, language, interpreter, reviewOn, text } =
    input
  const facts: ConsentFacts = {
    status: 'requested',
    told: 'requested',
    deliveredAt: null,
    deadline: null,
    reminded: false,
    answers: [],
    ...(input.noLettersTo === undefined ? {} : { noLettersTo: input.noLettersTo }),
  }
  const course = start<ConsentWay, ConsentFacts>(process, input, {
    facts,
    opening: [
      {
        type: 'consentRequested',
        consent,
        purpose,
        from,
        to,
        kinds,
        givers,
        textVersion,
        language,
        interpreter,
        reviewOn,
        ...(text === undefined ? {} : { text }),
      },
    ],
    turns: course => ({
      close: () => {
        if (course.ending) return
        course.facts.status = 'ended'
        course.facts.told = 'ended'
        course.journal.emit({ type: 'consentDecided', consent, status: 'ended', kinds: [] })
        course.turnTo({ next: 'ended' })
      },
      ownDeadline: {
        runs: () => course.current === 'answers',
        recompute: () => course.flow.branch(() => recompute(course, input)),
      },
    }),
    owed: course => [
      {
        task: writtenConsentTask,
        then: answered => writtenDown(course, { input, answered }),
        late: () => lapsed(course),
      },
    ],
  })
  course.onPause = () => course.bell(answered).ring()
  course.arrivals.heard = ({ kind, to }, deliveredAt) => {
    if (kind === 'consentText') heardOfText(course, { to, deliveredAt })
  }
  if (course.facts.healthUntil !== undefined) void lapseHealth(course, input)
  listen(course, input)
  listenForIdentification(course, input)
  // The case asks what is to be done; here letters to somebody who has died stop.
  listenToRegistry(course, { leads: () => false })
  return course
}

function listen(course: Consent, input: ConsentInput): void {
  const { facts, journal } = course
  const { consent } = input
  const known = (giver: string) =>
    input.givers.some(entry => entry.giver === giver) || refuse('giver-unknown')
  const unanswered = (giver: string) => {
    if (course.current !== 'answers' && course.current !== 'delivery') refuse('consent-not-open')
    if (facts.answers.some(answer => answer.giver === giver)) refuse('already-answered')
  }
  command<GiveConsent>({
    course,
    name: 'giveConsent',
    schema: giveConsent,
    check: ({ giver, form, kinds = input.kinds }) => {
      known(giver)
      unanswered(giver)
      if (form === 'oral' && kinds.includes('health')) refuse('health-needs-writing')
      if (kinds.some(kind => !input.kinds.includes(kind))) refuse('kind-not-asked-for')
    },
    run: ({ by, giver, form, kinds = input.kinds, sealed, text }) => {
      facts.answers.push({ giver, yes: true, oral: form === 'oral', kinds })
      journal.emit(
        {
          type: 'consentGiven',
          consent,
          giver,
          form,
          kinds,
          ...(sealed === undefined ? {} : { sealed }),
          ...(text === undefined ? {} : { text }),
        },
        by,
      )
      if (form === 'oral') {
        course.desk.owe(
          writtenConsentTask,
          { about: giver },
          {
            then: answered => writtenDown(course, { input, answered }),
            late: () => lapsed(course),
          },
        )
      }
      course.bell(answered).ring()
    },
  })
  command<RefuseConsent>({
    course,
    name: 'refuseConsent',
    schema: refuseConsent,
    check: ({ giver }) => {
      known(giver)
      unanswered(giver)
    },
    run: ({ by, giver, text }) => {
      facts.answers.push({ giver, yes: false, oral: false, kinds: [] })
      journal.emit({ type: 'consentRefused', consent, giver, ...(text === undefined ? {} : { text }) }, by)
      course.bell(answered).ring()
    },
  })
  command<WithdrawConsent>({
    course,
    name: 'withdrawConsent',
    schema: withdrawConsent,
    check: ({ giver }) => {
      known(giver)
      if (!facts.answers.some(answer => answer.giver === giver && answer.yes)) refuse('nothing-to-withdraw')
    },
    run: ({ by, giver, text }) => {
      facts.status = 'withdrawn'
      facts.answers = facts.answers.filter(answer => answer.giver !== giver)
      journal.emit({ type: 'consentWithdrawn', consent, giver, ...(text === undefined ? {} : { text }) }, by)
      course.turnTo({ next: 'ended' })
    },
  })
}
