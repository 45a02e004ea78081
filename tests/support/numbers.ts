/** A number like a CPR number, of a month that does not exist: it is nobody's. */
export const nobodysNumber = (): string =>
  `0125${10 + Math.floor(Math.random() * 89)}-${1000 + Math.floor(Math.random() * 8999)}`
