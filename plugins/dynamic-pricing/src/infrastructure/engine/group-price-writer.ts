import { Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import { decideByRule } from '../../domain/rules/decide';
import { inOrder } from '../../domain/rules/rule';
import type { PriceToDecide } from './facts-reader';
import type { RunContext } from './run-context';

const WRITE = `
    WITH gone AS (
        DELETE FROM efi_group_price
         WHERE "channelId" = $1 AND "currencyCode" = $2 AND "variantId" = ANY($3::int[])
           AND ("variantId", "customerGroupId") NOT IN (
               SELECT "variantId", "customerGroupId"
                 FROM jsonb_to_recordset($4::jsonb) AS r("variantId" int, "customerGroupId" int))
    )
    INSERT INTO efi_group_price
        ("channelId", "currencyCode", "variantId", "customerGroupId", "ruleId", price, declaration, "startsAt", "endsAt")
    SELECT $1, $2, r.* FROM jsonb_to_recordset($4::jsonb)
        AS r("variantId" int, "customerGroupId" int, "ruleId" int, price int, declaration text,
             "startsAt" timestamptz, "endsAt" timestamptz)
    ON CONFLICT ("variantId", "channelId", "currencyCode", "customerGroupId") DO UPDATE
       SET "ruleId" = excluded."ruleId", price = excluded.price, declaration = excluded.declaration,
           "startsAt" = excluded."startsAt", "endsAt" = excluded."endsAt"`;

/** Keeps the table of group prices as the declared rules have it. Guards hold for them as for all prices. */
@Injectable()
export class GroupPriceWriter {
    constructor(private readonly connection: TransactionalConnection) {}

    async writePage(run: RunContext, page: readonly PriceToDecide[], now: Date): Promise<void> {
        const rules = inOrder(run.rules).filter(({ endsAt }) => !endsAt || endsAt > now);
        const prices = new Map<string, Record<string, unknown>>();
        for (const { facts, guards } of page) {
            for (const rule of rules) {
                if (rule.effect.kind !== 'customer-group') {
                    continue;
                }
                const { customerGroupId, declaration } = rule.effect;
                const key = `${facts.variantId}/${customerGroupId}`;
                const trace = prices.has(key) ? null : decideByRule(facts, rule, run.guards, guards, now);
                if (trace && trace.price !== facts.currentPrice) {
                    prices.set(key, {
                        variantId: facts.variantId,
                        customerGroupId,
                        ruleId: rule.id,
                        price: trace.price,
                        declaration,
                        startsAt: rule.startsAt,
                        endsAt: rule.endsAt,
                    });
                }
            }
        }
        await this.connection.rawConnection.query(WRITE, [
            run.channelId,
            run.currencyCode,
            page.map(({ facts }) => facts.variantId),
            JSON.stringify([...prices.values()]),
        ]);
    }
}
