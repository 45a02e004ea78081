import { z } from 'zod'
import {
  concernState,
  counsellingEnd,
  offer,
  resource,
  triageOutcome,
  consentPurpose,
  custodyBasis,
  giverRole,
  informationKind,
  unit,
} from '../codes/index.js'
import { civilNumber, dutyCheck, freeText, identifying, isoDate, personId, vaultRef } from '../forms/index.js'
import { documentBasis, documentKind } from '../contracts/document.js'
import { checkConsentRequest } from './consent-request.js'
import { defineTask } from './define.js'
import { knownElsewhere } from './known-elsewhere.js'
import { closing, present, requireWhen, voices } from './shared-fields.js'

/** S2: someone with the right knowledge looks at the concern. */
export const triageTask = defineTask({
  kind: 'triage',
  title: { da: 'Visitér bekymringen', en: 'Triage the concern' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'triage-answer',
  form: z
    .object({
      outcome: triageOutcome.meta({ title: 'Udfald' }),
      why: freeText('Begrundelse'),
      resource: resource.optional().meta({ title: 'Ressourceperson' }),
      offer: offer.optional().meta({ title: 'Tilbud' }),
      adviceToo: z.boolean().default(false).meta({ title: 'Også sparring til personalet' }),
    })
    .check(context => {
      const { outcome } = context.value
      requireWhen({
        when: outcome === 'otherResource',
        value: context.value.resource,
        field: 'resource',
        message: 'Vælg hvilken ressourceperson',
        context,
      })
      requireWhen({
        when: outcome === 'otherOffer',
        value: context.value.offer,
        field: 'offer',
        message: 'Vælg hvilket tilbud',
        context,
      })
    }),
})

/** S2: whoever raised the concern hears back, within what consent allows. */
export const replyTask = defineTask({
  kind: 'reply',
  title: { da: 'Svar den der rejste bekymringen', en: 'Reply to whoever raised the concern' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'raiser-reply',
  form: z.object({ reply: freeText('Svar') }),
})

/** S2: another resource person takes it up, or says why not. */
export const acceptResourceTask = defineTask({
  kind: 'acceptResource',
  title: { da: 'Tag imod opgaven', en: 'Accept the task' },
  role: 'resourcePerson',
  unit: 'early-help',
  rule: 'other-resource-accept',
  form: z.object({
    accepted: z.boolean().meta({ title: 'Tager imod' }),
    why: freeText('Begrundelse').optional(),
  }),
})

/** S3: staff are advised. */
export const adviceTask = defineTask({
  kind: 'advice',
  title: { da: 'Sparring til personalet', en: 'Advise the staff' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'raiser-reply',
  form: z.object({
    heldOn: isoDate.meta({ title: 'Dato' }),
    rolesPresent: z
      .array(z.string().regex(/^[a-zA-Z]{2,40}$/))
      .default([])
      .meta({ title: 'Roller til stede' }),
    actions: z
      .array(z.object({ who: freeText('Hvem'), what: freeText('Hvad'), by: isoDate.optional() }))
      .default([])
      .meta({ title: 'Aftalte handlinger' }),
    parentsTold: freeText('Sådan fortælles det til forældrene').optional(),
    reviewOn: isoDate.meta({ title: 'Opfølgning den' }),
    dutyCheck,
  }),
})

/** S3: did the advice help? Then close, look again, or offer the parents counselling. */
export const reviewTask = defineTask({
  kind: 'review',
  title: { da: 'Følg op på sparringen', en: 'Review the advice' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'agreed-date',
  form: z
    .object({
      concern: concernState.meta({ title: 'Bekymringen er' }),
      next: z.enum(['close', 'reviewAgain', 'counselling']).optional().meta({ title: 'Næste skridt' }),
      reviewOn: isoDate.optional().meta({ title: 'Ny opfølgning den' }),
      closing: closing.optional(),
      dutyCheck: dutyCheck.optional(),
      ...voices,
    })
    .check(context => {
      const { concern, next } = context.value
      requireWhen({
        when: concern !== 'gone',
        value: next,
        field: 'next',
        message: 'Bekymringen er der stadig: vælg næste skridt',
        context,
      })
      requireWhen({
        when: next === 'reviewAgain',
        value: context.value.reviewOn,
        field: 'reviewOn',
        message: 'Vælg dato for ny opfølgning',
        context,
      })
    }),
})

/** S4: one session of anonymous counselling. Its number is the step's. */
export const sessionTask = defineTask({
  kind: 'session',
  title: { da: 'Anonym rådgivning: samtale', en: 'Anonymous counselling: session' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'counselling-start',
  form: z
    .object({
      heldOn: isoDate.meta({ title: 'Dato' }),
      present,
      leafletGiven: z
        .boolean()
        .default(true)
        .meta({ title: 'Folder om anonymitet er udleveret og gennemgået' }),
      themes: freeText('Temaer').optional(),
      agreed: freeText('Aftaler').optional(),
      interpreterUsed: z.boolean().default(false).meta({ title: 'Tolk' }),
      dutyCheck,
      end: counsellingEnd.optional().meta({ title: 'Forløbet slutter' }),
      offer: offer.optional().meta({ title: 'Tilbud' }),
      nextOn: isoDate.optional().meta({ title: 'Næste aftale' }),
      closing: closing.optional(),
      ...voices,
    })
    .check(context => {
      requireWhen({
        when: context.value.end === 'otherOffer',
        value: context.value.offer,
        field: 'offer',
        message: 'Vælg hvilket tilbud',
        context,
      })
    }),
})

/** S4: after the sixth session the team leader extends with a reason, or the course ends. */
export const extendTask = defineTask({
  kind: 'extend',
  title: { da: 'Forlæng eller afslut rådgivningen', en: 'Extend or end the counselling' },
  role: 'teamLeader',
  unit: 'early-help',
  rule: 'next-step',
  escalatesTo: ['nextManager'],
  form: z
    .object({
      decision: z.enum(['extend', 'end']).meta({ title: 'Beslutning' }),
      why: freeText('Begrundelse'),
      end: counsellingEnd.optional().meta({ title: 'Forløbet slutter' }),
      offer: offer.optional().meta({ title: 'Tilbud' }),
    })
    .check(context => {
      const { decision, end } = context.value
      requireWhen({
        when: decision === 'end',
        value: end,
        field: 'end',
        message: 'Vælg hvordan forløbet slutter',
        context,
      })
      requireWhen({
        when: end === 'otherOffer',
        value: context.value.offer,
        field: 'offer',
        message: 'Vælg hvilket tilbud',
        context,
      })
    }),
})

/** S5: the social worker asks the parents for consent, in words they can say no to. */
export const requestConsentTask = defineTask({
  kind: 'requestConsent',
  title: { da: 'Bed om samtykke', en: 'Request consent' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'next-step',
  form: z
    .object({
      purpose: consentPurpose.default('referral').meta({ title: 'Formål' }),
      from: unit.default('early-help').meta({ title: 'Fra' }),
      to: unit.default('family-group').meta({ title: 'Til' }),
      kinds: z.array(informationKind).min(1).meta({ title: 'Hvilke oplysninger' }),
      excluded: freeText('Undtaget').optional(),
      givers: z
        .array(
          z.object({
            giver: giverRole,
            custody: custodyBasis,
            contact: identifying('Kontakt for påmindelse').optional(),
          }),
        )
        .min(1)
        .meta({ title: 'Hvem skal give samtykke' }),
      language: z
        .string()
        .regex(/^[a-z]{2}$/)
        .default('da')
        .meta({ title: 'Sprog' }),
      interpreter: z.boolean().default(false).meta({ title: 'Tolk' }),
      textVersion: z
        .string()
        .regex(/^[a-z0-9.-]{1,20}$/)
        .default('2027-1')
        .meta({ title: 'Tekstens version' }),
      deliveredOn: isoDate.optional().meta({ title: 'Udleveret den' }),
      reviewOn: isoDate.optional().meta({ title: 'Genbesøges den' }),
    })
    .check(checkConsentRequest),
})

/** S5: no consent came. Another way is chosen, and the duty is weighed. */
export const chooseTask = defineTask({
  kind: 'choose',
  title: { da: 'Vælg en anden vej', en: 'Choose another way' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'declined-decide',
  form: z
    .object({
      way: z
        .enum([
          'call',
          'askAgain',
          'counselWilling',
          'mediate',
          'ssdMeeting',
          'continueAnonymously',
          'otherOffer',
          'close',
          'duty',
        ])
        .meta({ title: 'Næste skridt' }),
      why: freeText('Begrundelse'),
      nextOn: isoDate.optional().meta({ title: 'Næste aftale' }),
      offer: offer.optional().meta({ title: 'Tilbud' }),
      closing: closing.optional(),
      dutyCheck,
      ...voices,
    })
    .check(context => {
      requireWhen({
        when: context.value.way === 'otherOffer',
        value: context.value.offer,
        field: 'offer',
        message: 'Vælg hvilket tilbud',
        context,
      })
    }),
})

/** S6: the child is identified, custody and protection are verified. */
export const identifyTask = defineTask({
  kind: 'identify',
  title: { da: 'Identificér barnet', en: 'Identify the child' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'next-step',
  form: z.object({
    childName: identifying('Barnets navn'),
    civilNumber: civilNumber('CPR-nummer').optional(),
    temporaryId: z.boolean().default(false).meta({ title: 'Midlertidigt id (uden CPR-nummer)' }),
    custodyVerified: z.boolean().meta({ title: 'Forældremyndigheden svarer til samtykket' }),
    protectedAddress: z.boolean().default(false).meta({ title: 'Beskyttet adresse' }),
    parents: z
      .array(
        z.object({
          parent: giverRole.extract(['mother', 'father', 'coParent', 'guardian']),
          name: identifying('Navn').optional(),
          civilNumber: civilNumber('CPR-nummer'),
        }),
      )
      .max(4)
      .optional()
      .meta({ title: 'Forældre' }),
    known: z
      .array(knownElsewhere)
      .optional()
      .meta({ title: 'Kendt andetsteds', description: 'Looked up, not asked' }),
  }),
})

/** S7: the referral as it will be sent. What is previewed is exactly what crosses. */
export const referralTask = defineTask({
  kind: 'referral',
  title: { da: 'Skriv og send henvisningen', en: 'Write and send the referral' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'next-step',
  form: z.object({
    to: z.enum(['family-group']).default('family-group').meta({ title: 'Til' }),
    reason: freeText('Årsag'),
    tried: freeText('Hvad er prøvet').optional(),
    resources: freeText('Ressourcer og netværk').optional(),
    wantedHelp: freeText('Ønsket hjælp').optional(),
    attachments: z
      .array(
        z.object({
          document: z.string().regex(/^d_[a-z0-9]+$/),
          basis: documentBasis,
          ref: vaultRef.optional().meta({ description: 'Where it lies; looked up, not asked' }),
          kind: documentKind
            .optional()
            .meta({ description: 'As the document was filed; looked up, not asked' }),
        }),
      )
      .default([])
      .meta({ title: 'Bilag' }),
    interpreter: z.boolean().default(false).meta({ title: 'Tolk' }),
    ...voices,
  }),
})

/** S7: the family group said no. The social worker decides what then. */
export const declinedTask = defineTask({
  kind: 'declined',
  title: { da: 'Henvisningen er afvist: beslut hvad nu', en: 'The referral was declined: decide what now' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'declined-decide',
  form: z
    .object({
      decision: z
        .enum(['offerAgain', 'redirect', 'counselling', 'followUp', 'close', 'duty'])
        .meta({ title: 'Beslutning' }),
      why: freeText('Begrundelse'),
      caseworker: personId.optional().meta({ title: 'Familiens rådgiver' }),
      closing: closing.optional(),
      ...voices,
    })
    .check(context => {
      requireWhen({
        when: context.value.decision === 'redirect',
        value: context.value.caseworker,
        field: 'caseworker',
        message: 'Vælg den rådgiver, familien har',
        context,
      })
    }),
})

/** S6: two cases are of one child. Their raisers are never told of each other. */
export const mergeTask = defineTask({
  kind: 'merge',
  title: { da: 'Barnet har en anden sag: læg dem sammen?', en: 'The child has another case: merge them?' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'next-step',
  form: z.object({
    decision: z.enum(['merge', 'keepApart']).meta({ title: 'Beslutning' }),
    why: freeText('Begrundelse'),
  }),
})

/** S9: is the child better off? */
export const followUpTask = defineTask({
  kind: 'followUp',
  title: { da: 'Følg op', en: 'Follow up' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'first-follow-up-local',
  form: z
    .object({
      concern: concernState.meta({ title: 'Bekymringen er' }),
      goalsReached: z.boolean().optional().meta({ title: 'Målene er nået' }),
      institutionView: freeText('Institutionens vurdering').optional(),
      next: z
        .enum(['close', 'followUpAgain', 'counselling', 'newReferral', 'duty'])
        .optional()
        .meta({ title: 'Næste skridt' }),
      nextOn: isoDate.optional().meta({ title: 'Ny opfølgning den' }),
      closing: closing.optional(),
      ...voices,
    })
    .check(context => {
      const { concern, next } = context.value
      requireWhen({
        when: concern !== 'gone',
        value: next,
        field: 'next',
        message: 'Bekymringen er der stadig: vælg næste skridt',
        context,
      })
    }),
})

/** S11: the notification. The duty is personal: the social worker and whoever raised the concern both have it. */
export const notifyForm = z
  .object({
    identity: z.enum(['named', 'unknownToMe']).meta({ title: 'Kender du barnets identitet?' }),
    childName: identifying('Barnets navn').optional(),
    childContact: identifying('CPR-nummer eller adresse').optional(),
    abuse: z.boolean().meta({ title: 'Mistanke om vold eller overgreb' }),
    acute: z.boolean().default(false).meta({ title: 'Akut fare' }),
    parentsTold: z.enum(['both', 'one', 'none']).meta({ title: 'Er forældrene orienteret?' }),
    parentsToldWhy: freeText('Hvorfor ikke / forældrenes reaktion').optional(),
    childsWords: freeText('Barnets egne ord').optional(),
    observed: freeText('Det jeg har set og hørt'),
    tried: freeText('Hvad er prøvet').optional(),
    siblings: z.boolean().default(false).meta({ title: 'Søskende' }),
    interpreter: z.boolean().default(false).meta({ title: 'Tolk' }),
  })
  .check(context => {
    const { identity, parentsTold } = context.value
    requireWhen({
      when: identity === 'named',
      value: context.value.childName,
      field: 'childName',
      message: 'Skriv barnets navn',
      context,
    })
    requireWhen({
      when: parentsTold === 'none',
      value: context.value.parentsToldWhy,
      field: 'parentsToldWhy',
      message: 'Skriv hvorfor forældrene ikke er orienteret',
      context,
    })
  })

const notify = {
  title: { da: 'Underret nu', en: 'Notify now' },
  rule: 'duty-unread',
  form: notifyForm,
} as const

export const notifyTask = defineTask({ ...notify, kind: 'notify', role: 'socialWorker', unit: 'early-help' })
export const raiserNotifyTask = defineTask({
  ...notify,
  kind: 'raiserNotify',
  role: 'raiser',
  unit: 'institution',
})
