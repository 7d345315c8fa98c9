export { type Added, addReports } from './add.ts'
export { briefStored, keepPage } from './page.ts'
export { type Remade, remake } from './remake.ts'
