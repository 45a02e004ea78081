export {
  caseEvent,
  eventBody,
  type CaseEvent,
  type EventBody,
  type EventOf,
  type EventType,
} from './case-event.js'
