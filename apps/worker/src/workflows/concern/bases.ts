import { mayExchange } from '@brobygger/domain/consents'
import { stateBasis, type StateBasis } from '@brobygger/domain/messages'
import { reviewBasisTask, reviewOverrideTask } from '@brobygger/domain/tasks'
import { command, refuse, type Answered, type Owed } from '../kit/index.js'
import { revoke } from './across.js'
import { endGrants } from './grants.js'
import { isIdentified } from './identity.js'
import type { Concern, ConcernFacts } from './way.js'

type Stated = NonNullable<ConcernFacts['bases']>[number]

/** Registers disclosure without consent: what is shared, on what ground, and who looks at it afterwards. */
export function listenForBases(course: Concern, practice: boolean): void {
  command<StateBasis>({
    course,
    name: 'stateBasis',
    schema: stateBasis,
    check: ({ kind, followUp }) => {
      const { bases = [] } = course.facts
      if (kind === 'override' && !isIdentified(course)) refuse('not-identified')
      const held = bases.filter(basis => basis.kind === 'statutory')
      if (kind === 'statutory' && !mayExchange(held, { followUp })) refuse('exchange-used')
    },
    run: ({ by, kind, units, heldOn, followUp, text }) =>
      state(course, { by, kind, units, followUp, heldOn: heldOn ?? null, text, practice }),
  })
}

/** Writes down a basis with its justification, and owes its review. */
export function state(
  course: Concern,
  args: Omit<Stated, 'id' | 'upheld'> & {
    by: string
    heldOn: string | null
    text: string
    practice: boolean
  },
): void {
  const { by, kind, units, followUp, heldOn, text, practice } = args
  course.facts.bases ??= []
  const basis = `basis-${course.caseId}-${course.facts.bases.length + 1}`
  course.facts.bases.push({ id: basis, kind, units, followUp })
  course.journal.emit({ type: 'basisStated', basis, kind, units, heldOn, followUp, text }, by)
  const review = kind === 'override' ? reviewOverrideTask : reviewBasisTask
  course.desk.owe(review, { about: basis }, { then: answered => reviewed(course, { answered, practice }) })
}

/** The reviews as they are taken up again in a new run. */
export function owedReviews(course: Concern, practice: boolean): readonly Owed[] {
  return [reviewBasisTask, reviewOverrideTask].map(task => ({
    task,
    then: answered => reviewed(course, { answered, practice }),
  }))
}

/** A ground that does not hold carries nothing any more: what was offered on it and not yet accepted is taken back. */
async function reviewed(
  course: Concern,
  { answered, practice }: { answered: Answered; practice: boolean },
): Promise<void> {
  const { answer, by, text, about } = answered
  const basis = course.facts.bases?.find(({ id }) => id === about)
  if (basis === undefined) return
  const upheld = answer['upheld'] === true
  basis.upheld = upheld
  course.journal.emit(
    { type: 'basisReviewed', basis: basis.id, upheld, ...(text === undefined ? {} : { text }) },
    by,
  )
  if (upheld) return
  const resting = course.facts.offers.filter(
    ({ stated, attached = [] }) =>
      stated === basis.id || attached.some(document => document.basis === basis.kind),
  )
  for (const offer of resting) {
    if (offer.status === 'offered') await revoke(course, { offer, reason: 'revoked', by: null, practice })
    else await endGrants(course, offer.id, 'notUpheld')
  }
}
