import { Injectable } from '@nestjs/common';
import { ConfigService } from '@vendure/core';

/** With how many decimals the shop counts money, whatever the currency. */
@Injectable()
export class ShopPrecision {
    constructor(private readonly configService: ConfigService) {}

    get decimals(): number {
        return this.configService.entityOptions.moneyStrategy.precision ?? 2;
    }
}
