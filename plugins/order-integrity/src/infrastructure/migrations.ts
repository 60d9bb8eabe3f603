import type { MigrationClass } from '@efi/plugin-kit';
import { IndexOrdersInPayment1795400300000 } from './expiry/index-orders-in-payment.migration';
import { CreateStockLevelGuard1795400200000 } from './stock/create-stock-level-guard.migration';
import { CreateStockReservation1795400100000 } from './stock/create-stock-reservation.migration';

/** The plugin's schema, in order. */
export const orderIntegrityMigrations: MigrationClass[] = [
    CreateStockReservation1795400100000,
    CreateStockLevelGuard1795400200000,
    IndexOrdersInPayment1795400300000,
];
