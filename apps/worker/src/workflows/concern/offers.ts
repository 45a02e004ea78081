import { referralOfferAsV1, type ReferralOffer, type ReferralReceipt } from '@brobygger/domain/contracts'
import type { ConcernInput } from '@brobygger/domain/messages'
import { inNewestVersion } from '../kit/index.js'
import { keepOnFile } from './grants.js'
import { familyGroup, familyGroupV2, familyHouse, make } from './across.js'
import type { Concern, Offer, PreparedNotification, PreparedReferral } from './way.js'

/** S7: offers the case to the family group under the referral contract. */
export async function offerReferral(
  course: Concern,
  { input, referral }: { input: ConcernInput; referral: PreparedReferral },
): Promise<Offer> {
  const { offer, consent, text, by, interpreter, documents, attached, caseworker, siblings = [] } = referral
  const { basis = 'consent', stated } = referral
  const { teamLeader, familyGroupLeader, nextManager, socialWorker } = course.people
  const practice = input.practice !== null
  // The answer is owed from now on, however long the offer is on its way.
  const at = course.now
  const message = (): ReferralOffer => ({
    contract: 'referral',
    caseId: course.caseId,
    offer,
    practice,
    at,
    ageBand: input.ageBand,
    mainCategory: input.mainCategory,
    interpreter,
    basis,
    consent,
    documents,
    ...(attached === undefined ? {} : { attached }),
    ...(caseworker === undefined ? {} : { caseworker }),
    ...(siblings.length === 0 ? {} : { siblings }),
    text,
    socialWorker,
    leaders: { sender: teamLeader, receiver: familyGroupLeader, next: nextManager },
  })
  const send = () => sendReferral(message(), practice)
  const under = { contract: 'referral', basis, to: 'family-group', stated, attached } as const
  return make(course, { ...under, id: offer, consent, text, by, send })
}

function sendReferral(offer: ReferralOffer, practice: boolean): Promise<ReferralReceipt> {
  const before = referralOfferAsV1(offer)
  return inNewestVersion({
    newest: () => familyGroupV2(practice).executeOperation('offerReferral', offer),
    before: before && (() => familyGroup(practice).executeOperation('offerReferral', before)),
  })
}

/** S11: notifies the family group. It cannot decline; responsibility moves when the notification has arrived. */
export async function sendNotification(
  course: Concern,
  { input, notification }: { input: ConcernInput; notification: PreparedNotification },
): Promise<Offer> {
  const { by, ...told } = notification
  const { teamLeader, familyGroupLeader, nextManager } = course.people
  const practice = input.practice !== null
  const at = course.now
  const send = () =>
    familyGroup(practice).executeOperation('notify', {
      ...told,
      contract: 'notification',
      caseId: course.caseId,
      practice,
      at,
      notifier: by,
      institution: input.institution,
      ageBand: input.ageBand,
      mainCategory: input.mainCategory,
      leaders: { sender: teamLeader, receiver: familyGroupLeader, next: nextManager },
    })
  const { offer: id, text } = notification
  const under = { contract: 'notification', basis: 'duty', to: 'family-group' } as const
  const offer = await make(course, { ...under, id, consent: null, text, by, send })
  offer.status = 'accepted'
  offer.transferredAt = at
  const keeping = keepOnFile(course, id, text)
  if (keeping !== undefined) await keeping
  return offer
}

/** S4: recommends the family to the family house. Nobody is named and no text crosses, so no consent is needed. */
export async function recommendToFamilyHouse(
  course: Concern,
  { input, id }: { input: ConcernInput; id: string },
): Promise<Offer> {
  const { teamLeader, familyGroupLeader, familyHouseLeader, nextManager, socialWorker } = course.people
  const practice = input.practice !== null
  const send = () =>
    familyHouse(practice).executeOperation('offerCourse', {
      contract: 'family-house',
      caseId: course.caseId,
      offer: id,
      practice,
      at: course.now,
      houseKind: 'short',
      ageBand: input.ageBand,
      mainCategory: input.mainCategory,
      interpreter: input.interpreterLanguage !== null,
      socialWorker,
      leaders: {
        sender: teamLeader,
        receiver: familyGroupLeader,
        house: familyHouseLeader ?? familyGroupLeader,
        next: nextManager,
      },
    })
  const under = { contract: 'family-house', basis: 'anonymous', to: 'family-house' } as const
  return make(course, { ...under, id, consent: null, by: null, send })
}
