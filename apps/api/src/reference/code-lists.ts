import * as codes from '@brobygger/domain/codes'
import { letterKinds } from '@brobygger/domain/letters'
import { processes } from '@brobygger/domain/processes'
import { taskKinds, taskOfKind } from '@brobygger/domain/tasks'
import { z } from 'zod'
import { label } from '../shapes/common.js'

/** Lists of codes by name; each list in its order. */
export const codeListsShape = z
  .record(z.string(), z.array(z.object({ code: z.string(), label })))
  .meta({ id: 'CodeLists' })
export type CodeLists = z.infer<typeof codeListsShape>

const lists = {
  administrations: codes.administrations,
  units: codes.units,
  roles: codes.roles,
  raiserRoles: codes.raiserRoles,
  registryFacts: codes.registryFacts,
  personStatuses: codes.personStatuses,
  custodyRelations: codes.custodyRelations,
  lookUpOutcomes: codes.lookUpOutcomes,
  lookUpSources: codes.lookUpSources,
  moveBases: codes.moveBases,
  ageBands: codes.ageBands,
  categories: codes.categories,
  severities: codes.severities,
  parentsInformed: codes.parentsInformedCodes,
  knownToAuthority: codes.knownToAuthorityCodes,
  identityDegrees: codes.identityDegrees,
  identityRelations: codes.identityRelations,
  triageOutcomes: codes.triageOutcomes,
  resources: codes.resources,
  offers: codes.offers,
  counsellingEnds: codes.counsellingEnds,
  closureCodes: codes.closureCodes,
  caseAvoided: codes.caseAvoidedCodes,
  concernStates: codes.concernStates,
  screenings: codes.screenings,
  declineReasons: codes.declineReasons,
  measures: codes.measures,
  pauseReasons: codes.pauseReasons,
  handOverReasons: codes.handOverReasons,
  consentPurposes: codes.consentPurposes,
  informationKinds: codes.informationKinds,
  giverRoles: codes.giverRoles,
  custodyBases: codes.custodyBases,
  consentForms: codes.consentForms,
  consentStatuses: codes.consentStatuses,
  disclosureBases: codes.disclosureBases,
  offerBases: codes.offerBases,
  accessKinds: codes.accessKinds,
  requesters: codes.requesters,
  identityProofs: codes.identityProofs,
  redactions: codes.redactions,
  redactionGrounds: codes.redactionGrounds,
  otherParentChecks: codes.otherParentChecks,
  accessRefusals: codes.accessRefusals,
  accessReasons: codes.accessReasons,
  accessPurposes: codes.accessPurposes,
  accessBases: codes.accessBases,
  erasureGrounds: codes.erasureGrounds,
  erasureObstacles: codes.erasureObstacles,
  erasureSteps: codes.erasureSteps,
  retentionDecisions: codes.retentionDecisions,
  retentionReasons: codes.retentionReasons,
  letterKinds,
  accessSigns: codes.accessSigns,
  accessVerdicts: codes.accessVerdicts,
} as const

/** Every list of codes with its labels, the steps of each process, and the kinds of tasks. */
export const codeLists: CodeLists = {
  ...Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [
      name,
      Object.entries<codes.Label>(list.labels).map(([code, label]) => ({ code, label })),
    ]),
  ),
  ...Object.fromEntries(
    Object.values(processes).map(({ kind, steps }) => [
      `${kind}Steps`,
      steps.map(({ id, title }) => ({ code: id, label: title })),
    ]),
  ),
  taskKinds: taskKinds.flatMap(kind => {
    const title = taskOfKind(kind)?.title
    return title === undefined ? [] : [{ code: kind, label: title }]
  }),
}
