import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { type OperatedGateway, paidElsewhere, tellOfPayment } from '../../e2e/support/operated-provider';
import { type Act, type Expected, some } from './audited-act.suite';
import type { Shop } from './audited-jobs';

/** What is to be told of money that a provider's webhook says has moved. */
const told = (kind: string): Expected => ({
    ...{ action: 'book-payment-movements', actor_kind: 'system', resource_type: 'EfiPaymentIntent' },
    detail: some({ toldBy: 'webhook', movements: [some({ kind })] }),
});

/** What the shop hears from a payment provider alone. */
export function providerActs(shop: Shop, provider: OperatedGateway): Act[] {
    const paid = { intentId: '' };
    return [
        {
            isApart: true,
            title: 'a payment that the provider alone tells of, by its webhook',
            act: async () => {
                paid.intentId = await paidElsewhere(shop, provider);
                provider.complete(paid.intentId);
                expect(await tellOfPayment(shop, provider, paid.intentId)).toBe(200);
            },
            entries: [
                told('authorised'),
                {
                    ...{ action: 'transition-payment', resource_type: 'Payment', actor_kind: 'system' },
                    ...{ before: { state: 'Created' }, after: { state: 'Authorized' } },
                },
                {
                    ...{ action: 'transition-payment', resource_type: 'Payment', actor_kind: 'system' },
                    ...{ before: { state: 'Authorized' }, after: { state: 'Settled' } },
                },
            ],
        },
        {
            isApart: true,
            title: 'a refund that was made at the provider, told by its webhook',
            act: async () => {
                provider.refundInDashboard(paid.intentId, 300);
                expect(await tellOfPayment(shop, provider, paid.intentId)).toBe(200);
            },
            entries: [
                told('refunded'),
                {
                    ...{ action: 'transition-refund', resource_type: 'Refund', actor_kind: 'system' },
                    ...{ before: { state: 'Pending' }, after: { state: 'Settled' } },
                    detail: some({ total: 300 }),
                },
            ],
        },
    ];
}

/** What is decided about models of recommendations. */
export function modelActs(shop: Shop, asStaff: (query: string) => Promise<unknown>): Act[] {
    return [
        {
            isApart: true,
            title: 'recommendations that are trained by a job, and what became of the model',
            act: () => trainRecommendations(shop),
            entries: [
                { action: 'trainEfiRecommendations', actor_kind: 'administrator' },
                {
                    ...{ action: expect.toBeOneOf(['publish-model', 'reject-model']) as string },
                    ...{ resource_type: 'EfiRecommendationModel', class: 'security' },
                    ...{ actor_kind: 'system', detail: some({ reason: expect.anything() as unknown }) },
                },
            ],
        },
        {
            title: 'a model that staff put in place',
            act: async () => {
                await shop.sql(`UPDATE efi_recommendation_model SET state = 'RETIRED'`);
                const [model] = await shop.sql<{ id: number }>('SELECT id FROM efi_recommendation_model');
                return asStaff(
                    `mutation { promoteEfiRecommendationModel(id: "T_${model?.id}", reason: "it is the only one") {
                        state } }`,
                );
            },
            entries: [
                {
                    ...{ action: 'put-model-in-place', class: 'security', actor_kind: 'administrator' },
                    ...{ resource_type: 'EfiRecommendationModel', before: { state: 'RETIRED' } },
                    after: { state: 'IN_PLACE' },
                },
            ],
        },
    ];
}

/** That a movement of money and its entry are written together or not at all. */
export function booksOnlyWhatIsWritten(shop: Shop, provider: OperatedGateway): void {
    it('books nothing of what it can not write down', async () => {
        const intentId = await paidElsewhere(shop, provider);
        const booked = async () => {
            const rows = await shop.sql<{ kind: string }>(
                'SELECT kind FROM efi_payment_ledger WHERE "intentId" = $1 ORDER BY id',
                [intentId],
            );
            return rows.map(({ kind }) => kind);
        };
        provider.complete(intentId);
        const refuse = 'efi_audit.refuse_for_a_test';
        await shop.sql(
            `CREATE FUNCTION ${refuse}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                IF new.action = 'book-payment-movements' THEN RAISE 'not written'; END IF; RETURN new; END $$`,
        );
        await shop.sql(
            `CREATE TRIGGER refuse_for_a_test BEFORE INSERT ON efi_audit.entry FOR EACH ROW EXECUTE FUNCTION ${refuse}()`,
        );
        expect(await tellOfPayment(shop, provider, intentId)).toBe(500);
        expect(await booked()).toEqual([]);
        await shop.sql(`DROP FUNCTION ${refuse} CASCADE`);
        expect(await tellOfPayment(shop, provider, intentId)).toBe(200);
        expect(await booked()).toEqual(['authorised', 'captured']);
    });
}

/** Months of orders of the same few things, and a training on them by a job. */
async function trainRecommendations({ adminClient, sql }: Shop): Promise<void> {
    await sql(
        `WITH placed AS (
            INSERT INTO "order" (code, state, active, "orderPlacedAt", "couponCodes", "shippingAddress",
                                 "billingAddress", "currencyCode", "subTotal", "subTotalWithTax")
            SELECT 'past-' || n, 'Delivered', false, now() - n * interval '2 days', '', '{}', '{}', 'USD', 0, 0
              FROM generate_series(1, 60) n RETURNING id
         ), channel AS (
            INSERT INTO order_channels_channel ("orderId", "channelId") SELECT id, 1 FROM placed
         )
         INSERT INTO order_line (quantity, "orderPlacedQuantity", "listPriceIncludesTax", adjustments, "taxLines",
                                 "productVariantId", "listPrice", "orderId")
         SELECT 1, 1, false, '[]', '[]', v.id, 100, o.id FROM placed o, product_variant v WHERE v.id <= 2 + o.id % 2`,
    );
    await adminClient.query(parse('mutation { trainEfiRecommendations { id } }'));
}
