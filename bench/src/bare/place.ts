import { namespaceOf } from '@brobygger/domain/codes'

/** The bare workflow lives beside the real cases, on a task queue of its own. */
export const bareNamespace = namespaceOf({ administration: 'children-and-youth', practice: false })
export const bareTaskQueue = 'bench-bare'
