export { readVatNumber, type VatNumberProblem, type VatNumberReading } from './read-vat-number';
export { vatNumberMigrations } from './vat-number.migrations';
export { VatNumberPlugin } from './vat-number.plugin';
export { vatNumberOf } from './vat-number-field';
