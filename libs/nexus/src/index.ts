export { caseService, familyGroupService } from './services.js'
