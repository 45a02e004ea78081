export { caseService, familyGroupService, familyHouseService } from './services.js'
