export { OrderKeys, type OrderKey } from './order-keys';
export type { OrderAccessOptions } from './order-access.options';
export { OrderAccessPlugin, orderKeyForLinks } from './order-access.plugin';
export { ORDER_KEYS_HEADER, OrderAccessStrategy } from './order-access.strategy';
