import type { Rule } from './rule.js'
import { concernRules } from './rules/concern.js'
import { consentRules } from './rules/consent.js'
import { familyHouseRules } from './rules/family-house.js'
import { investigationRules } from './rules/investigation.js'
import { measureRules } from './rules/measures.js'
import { notificationRules } from './rules/notification.js'
import { referralRules } from './rules/referral.js'
import { rightsRules } from './rules/rights.js'
import { schoolRules } from './rules/school.js'
import { visitRules } from './rules/visits.js'
import { workRules } from './rules/work.js'
import { youthRules } from './rules/youth.js'

/**
 * Every version of every rule. To change a rule, give the running version a `validTo` and add the next version
 * beside it: running deadlines keep the version they were set under.
 */
export const rules: readonly Rule[] = [
  ...notificationRules,
  ...investigationRules,
  ...consentRules,
  ...concernRules,
  ...referralRules,
  ...measureRules,
  ...familyHouseRules,
  ...rightsRules,
  ...schoolRules,
  ...youthRules,
  ...visitRules,
  ...workRules,
]
