import type { Category } from '@brobygger/domain/codes'

/** What somebody might have seen. All of it is made up. */
export const seen: Readonly<Record<Category, string>> = {
  parentalRole: 'Forældrene er i tvivl om, hvordan de sætter grænser, og barnet bestemmer meget.',
  structure: 'Barnet kommer ofte sent og uden madpakke, og dagene hjemme er uden faste tider.',
  lackOfCare: 'Barnet er tit sultent og har ikke tøj på efter vejret.',
  complexStrain: 'Familien har i lang tid haft mange vanskeligheder på én gang.',
  mentalIllness: 'En af forældrene virker meget nedtrykt og har svært ved at være til stede.',
  violence: 'Barnet har mærker på armene og siger, at der bliver slået.',
  misuse: 'En af forældrene lugter af alkohol ved afhentning.',
  parentalConflict: 'Forældrene er uenige om det meste, og barnet bliver stille, når de mødes.',
  absenceOrThriving: 'Barnet er ofte væk og leger ikke med de andre.',
  other: 'Barnet har ændret sig, og vi ved ikke hvorfor.',
}

/** No duty to notify, with a reason. */
export const noDuty = { answer: 'no', why: 'Intet tegn på fare for barnet.' } as const
