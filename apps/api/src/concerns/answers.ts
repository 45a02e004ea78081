import type { Label } from '@brobygger/domain/codes'

/** What the receipt says. */
export function received(caseId: string): Label {
  return {
    da: `Tak. Bekymringen er modtaget under sagskoden ${caseId}. Skriv koden ned, og gem barnets navn uden for systemet.`,
    en: `Thank you. The concern is received under the case code ${caseId}. Write the code down, and keep the child's name outside the system.`,
  }
}

/** What is said at once when a concern tells of violence, abuse or acute danger. */
export const callNow: Label = {
  da: 'Ring nu til familiegruppen eller, uden for åbningstid, socialvagten; ring 112 ved akut fare. Tal ikke med forældrene om mistanken. Underretningspligten er din egen og venter ikke på nogen.',
  en: 'Call the family group now or, out of hours, the duty office; call 112 in acute danger. Do not confront the parents. The duty to notify is your own and waits for nobody.',
}
