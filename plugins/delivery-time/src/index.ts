export { deliveryTimeMigrations } from './delivery-time.migrations';
export { DeliveryTimePlugin } from './delivery-time.plugin';
