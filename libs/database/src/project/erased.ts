/**
 * What stands in the log in the place of an erased case's code: random, and no case's code by its shape. Statistics
 * count such events; nothing else follows from them.
 */
const ERASED = /^x_[0-9a-z]{26}$/

/** Whether an event belongs to a case that was erased. */
export const isErased = ({ caseId }: { readonly caseId: string }): boolean => ERASED.test(caseId)
