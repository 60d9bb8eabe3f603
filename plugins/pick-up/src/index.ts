export type { PickUpOptions } from './pick-up.options';
export { keptPlaceOf, type KeptPlace } from './infrastructure/order-place-field';
export { pickUpMigrations } from './infrastructure/pick-up.migrations';
export { PickUpPlugin } from './pick-up.plugin';
