export {
  clusterId,
  institution,
  municipality,
  staffMember,
  type Institution,
  type Municipality,
  type StaffMember,
} from './municipality.js'
export { people, peopleOf, peopleWith, standIn, type People } from './people.js'
export { supervises, temporalPermissions } from './supervision.js'
