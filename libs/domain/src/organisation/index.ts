export { municipality } from './checked-municipality.js'
export {
  clusterId,
  institution,
  institutionKind,
  staffMember,
  type Institution,
  type Municipality,
  type StaffMember,
} from './municipality.js'
export { people, peopleOf, peopleWith, standIn, type People } from './people.js'
export { answeringUnit, leadersIn, runningIn } from './running.js'
export { isEmployed, isOpen } from './still-there.js'
export { leadingRoles, supervises, temporalPermissions } from './supervision.js'
