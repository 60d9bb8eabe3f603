export { PreparedStatementsPlugin } from './prepared-statements.plugin';
export type { PreparedStatementsOptions } from './prepared-statements.options';
