export type { PickUpOptions } from './pick-up.options';
export { pickUpMigrations } from './infrastructure/pick-up.migrations';
export { PickUpPlugin } from './pick-up.plugin';
