export {
  caseService,
  caseServiceV2,
  familyGroupService,
  familyGroupServiceV2,
  familyHouseService,
} from './services.js'
