import { sameRights } from '@brobygger/database'

/** Health and employment can run: in a key store from before they could, their roles get what the others' have. */
export const healthAndEmployment = sameRights(['health', 'employment'], ['keys'])
