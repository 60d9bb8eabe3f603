import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
    ConfigService,
    EventBus,
    OrderModifier,
    OrderService,
    OrderStateMachine,
    ProductVariantService,
    PromotionService,
    SessionService,
    TransactionalConnection,
    TranslatorService,
} from '@vendure/core';
import { CustomerOrderLock } from './first-add/customer-order-lock';
import { guardActiveOrderStrategies, guardSessionService } from './first-add/guard-first-order';
import { SessionOrder } from './first-add/session-order';
import { guardMerge } from './lock/guard-merge';
import { guardOrderService } from './lock/guard-order-service';
import { OrderLock } from './lock/order-lock';
import { lockCartsOnShippingMethodRemoval } from './lock/shipping-method-removal';
import { readOrdersLean } from './reads/order-reads';
import { saveLinesLean, savePricesLean } from './rows/order-prices';
import { ReadRows } from './rows/read-rows';
import { saveStepsLean } from './steps/checkout-steps';
import { saveTransitionsLean } from './transitions/order-transitions';
import { guardPromotionService } from './usage-limits/guard-promotion-service';
import { SqlLimitedPromotions } from './usage-limits/sql-limited-promotions';

/**
 * Puts the locks into this application's services, before Vendure starts its strategies and takes requests. All
 * that this plugin changes in Vendure's own objects, stock aside, is changed here.
 */
@Injectable()
export class OrderGuards implements OnModuleInit {
    constructor(
        private readonly configService: ConfigService,
        private readonly connection: TransactionalConnection,
        private readonly eventBus: EventBus,
        private readonly orderService: OrderService,
        private readonly stateMachine: OrderStateMachine,
        private readonly modifier: OrderModifier,
        private readonly promotionService: PromotionService,
        private readonly sessionService: SessionService,
        private readonly variants: ProductVariantService,
        private readonly translator: TranslatorService,
        private readonly orderLock: OrderLock,
        private readonly customerOrderLock: CustomerOrderLock,
        private readonly sessionOrder: SessionOrder,
        private readonly limitedPromotions: SqlLimitedPromotions,
        private readonly readRows: ReadRows,
    ) {}

    onModuleInit(): void {
        const { orderLock, customerOrderLock, sessionOrder, connection, eventBus, stateMachine, readRows } =
            this;
        readOrdersLean(this.orderService, {
            connection,
            variants: this.variants,
            translator: this.translator,
            readRows,
        });
        savePricesLean(this.orderService, {
            connection,
            promotionService: this.promotionService,
            readRows,
        });
        saveLinesLean(this.modifier, { connection, readRows, variants: this.variants });
        saveTransitionsLean(this.orderService, { connection, eventBus, stateMachine, orderLock, readRows });
        saveStepsLean(this.orderService, { connection, modifier: this.modifier, readRows });
        guardOrderService(this.orderService, orderLock);
        guardMerge(this.orderService, orderLock, customerOrderLock);
        guardActiveOrderStrategies(this.configService, { orderLock, customerOrderLock, sessionOrder });
        guardSessionService(this.sessionService, sessionOrder);
        guardPromotionService(this.promotionService, this.limitedPromotions, orderLock);
        lockCartsOnShippingMethodRemoval(this.eventBus, this.connection, orderLock);
    }
}
