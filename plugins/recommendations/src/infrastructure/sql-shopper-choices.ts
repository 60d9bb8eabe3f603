import { Injectable } from '@nestjs/common';
import { queryPrepared } from '@efi/plugin-kit';
import { TransactionalConnection } from '@vendure/core';
import { type ShopperChoices, ShopperChoicesStore } from '../application/ports/shopper-choices.port';

const choices = `
    SELECT coalesce((SELECT personal FROM efi_recommendation_choice WHERE "customerId" = $1), true) AS personal,
           ARRAY(SELECT "productId" FROM efi_recommendation_hidden WHERE "customerId" = $1
                  ORDER BY "hiddenAt" DESC) AS hidden`;

/** {@link ShopperChoicesStore} in PostgreSQL. Who chose nothing wants what the consent says. */
@Injectable()
export class SqlShopperChoices extends ShopperChoicesStore {
    constructor(private readonly connection: TransactionalConnection) {
        super();
    }

    async of(customerId: number): Promise<ShopperChoices> {
        const { manager } = this.connection.rawConnection;
        const [row] = await queryPrepared<ShopperChoices>(manager, choices, [customerId]);
        return row ?? { personal: true, hidden: [] };
    }

    async setPersonal(customerId: number, personal: boolean): Promise<void> {
        await this.query(
            `INSERT INTO efi_recommendation_choice ("customerId", personal) VALUES ($1, $2)
             ON CONFLICT ("customerId") DO UPDATE SET personal = excluded.personal, "changedAt" = now()`,
            [customerId, personal],
        );
    }

    async hide(customerId: number, productId: number): Promise<void> {
        await this.query(
            `INSERT INTO efi_recommendation_hidden ("customerId", "productId")
             SELECT $1, id FROM product WHERE id = $2 ON CONFLICT DO NOTHING`,
            [customerId, productId],
        );
    }

    async show(customerId: number, productId: number): Promise<void> {
        await this.query(
            'DELETE FROM efi_recommendation_hidden WHERE "customerId" = $1 AND "productId" = $2',
            [customerId, productId],
        );
    }

    private async query(sql: string, parameters: unknown[]): Promise<void> {
        await this.connection.rawConnection.query(sql, parameters);
    }
}
