import type { TestShop } from '@efi/plugin-kit/testing';
import { makeWorld } from '../simulate/world';
import { replay } from '../simulate/replay';
import { sameMailbox } from '../src/domain/subject';
import { LABEL_DELAY_DAYS } from '../src/infrastructure/training/training-data';

const DAY = 86_400_000;
const PAGE = 2_000;

/**
 * Writes what a shop would have on record of the simulator's shoppers and frauds: features as the plugin computes them, a
 * dispute where the fraud was reported. The newest is as old as a complaint may take.
 */
export async function tradeWithFrauds({ sql }: Pick<TestShop, 'sql'>, shoppers: number, days: number) {
    const world = makeWorld({ seed: 21, shoppers, days, trainedOnDay: days });
    const features = replay(world.events);
    const shift = Date.now() - LABEL_DELAY_DAYS * DAY - (world.from + days * DAY);
    const rows = world.attempts.map((attempt, row) => ({
        at: new Date(attempt.at + shift),
        features: features[row],
        isFraud: Number.isFinite(world.reportedAt[row]),
        outcome: attempt.declined ? 'declined' : 'authorised',
        country: attempt.billing.country,
        email: sameMailbox(attempt.email),
        device: attempt.device ?? null,
        card: attempt.card,
    }));
    for (let start = 0; start < rows.length; start += PAGE) {
        await sql(
            `INSERT INTO efi_fraud_decision ("createdAt", "intentId", "channelId", "orderId", "orderCode", amount, currency,
                basis, verdict, applied, factors, features, rules, fired, policy, keys, "isCapturedAtOnce", "couponCodes",
                outcome, label, "labelledBy", "billingCountry", "emailKey", "deviceKey", "cardKey")
             SELECT at, gen_random_uuid(), 1, 0, '', 1000, 'USD', 'scored', 'allow', 'allow', '[{"code": "nothing"}]', features,
                '[]', '[]', '{}', '{}', true, '{}', outcome, CASE WHEN "isFraud" THEN 'fraud' END,
                CASE WHEN "isFraud" THEN 'dispute' END, country, email, device, card
               FROM jsonb_to_recordset($1) r(at timestamptz, features jsonb, "isFraud" boolean, outcome varchar,
                    country varchar, email varchar, device varchar, card varchar)`,
            [JSON.stringify(rows.slice(start, start + PAGE))],
        );
    }
}
