import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
    OrderModifier,
    StockLevelService,
    StockLocationService,
    StockMovementService,
    TransactionalConnection,
} from '@vendure/core';
import { checkoutContracts } from '@efi/plugin-kit';
import { OrderStock } from './order-stock';
import { patchStockServices } from './patch-stock-services';
import { StockMovementRecorder } from './stock-movement-recorder';
import { Stocktake } from './stocktake';

/** Puts the plugin's own counting in the place of Vendure's, and has payments ask for their goods first. */
@Injectable()
export class StockGuards implements OnModuleInit {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly levels: StockLevelService,
        private readonly movements: StockMovementService,
        private readonly locations: StockLocationService,
        private readonly modifier: OrderModifier,
        private readonly recorder: StockMovementRecorder,
        private readonly stocktake: Stocktake,
        private readonly orderStock: OrderStock,
    ) {}

    onModuleInit(): void {
        const { levels, movements, locations, modifier, recorder, stocktake } = this;
        patchStockServices({ levels, movements, locations, modifier }, { recorder, stocktake });
        const contracts = checkoutContracts(this.connection.rawConnection);
        contracts.addPaymentPrecondition((ctx, orderId) => this.orderStock.renew(ctx, orderId));
        contracts.addStockHolder((ctx, orderId) => this.orderStock.held(ctx, orderId));
    }
}
