/** The closed list of words and marks that a sentence may hold besides copied and rendered parts. */
export const CONNECTIVES: ReadonlySet<string> = new Set([' (', ')', 'on ', 'On ', 'in ', 'In ', ', ', '; ', '.'])
