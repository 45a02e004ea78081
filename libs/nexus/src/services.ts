import { services, type Agreed, type ContractMessage } from '@brobygger/domain/contracts'
import { operation, service, type PartialOperation } from 'nexus-rpc'
import type { z } from 'zod'

/** The Nexus operation of an agreed one: what it takes and answers are the agreement's schemas. */
function operationOf<Request extends z.ZodType<ContractMessage>, Answer extends z.ZodType>(
  _agreed: Agreed<Request, Answer>,
): PartialOperation<z.infer<Request>, z.infer<Answer>> {
  return operation<z.infer<Request>, z.infer<Answer>>()
}

const group = services['family-group']
const house = services['family-house']

/** What the family group answers to. Every operation is short: a receipt now, the answer as a message later. */
export const familyGroupService = service('family-group', {
  offerReferral: operationOf(group.offerReferral),
  revokeReferral: operationOf(group.revokeReferral),
  notify: operationOf(group.notify),
})

/** The same since documents have a basis each. */
export const familyGroupServiceV2 = service('family-group.v2', {
  offerReferral: operationOf(services['family-group.v2'].offerReferral),
  revokeReferral: operationOf(group.revokeReferral),
  notify: operationOf(group.notify),
  tellReferral: operationOf(services['family-group.v2'].tellReferral),
  tellNotification: operationOf(services['family-group.v2'].tellNotification),
})

/** What the family house answers to. */
export const familyHouseService = service('family-house', {
  offerCourse: operationOf(house.offerCourse),
  revokeCourse: operationOf(house.revokeCourse),
})

/** What the case in children and youth answers to; it is the only register of responsibility. */
export const caseService = service('case', {
  acceptReferral: operationOf(services.case.acceptReferral),
  declineReferral: operationOf(services.case.declineReferral),
  reportReferral: operationOf(services.case.reportReferral),
  reportNotification: operationOf(services.case.reportNotification),
  reportCourse: operationOf(services.case.reportCourse),
})

/** The same since a decline can name the family's caseworker. */
export const caseServiceV2 = service('case.v2', {
  acceptReferral: operationOf(services.case.acceptReferral),
  declineReferral: operationOf(services['case.v2'].declineReferral),
  reportReferral: operationOf(services.case.reportReferral),
  reportNotification: operationOf(services.case.reportNotification),
  reportCourse: operationOf(services.case.reportCourse),
})
