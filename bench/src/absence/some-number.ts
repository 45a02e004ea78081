const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]

/** The nth made-up number: ten digits that fail modulus 11, so that nobody was ever given them by that rule. */
export function someNumber(n: number): string {
  const number = `0101${String(10 + (n % 10))}${String(1_000 + Math.floor(n / 10)).padStart(4, '0')}`
  const sum = weights.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  if (sum % 11 !== 0) return number
  return `0102${number.slice(4)}`
}
