import { z } from 'zod';

/** What is read of PayPal's answers (Orders v2, Payments v2, Disputes v1, Transaction Search v1, webhooks). */

const amount = z.object({ currency_code: z.string(), value: z.string() });
const time = z.iso.datetime({ offset: true });

const authorization = z.object({
    id: z.string(),
    status: z.string(),
    amount,
    create_time: time,
    update_time: time.optional(),
});

const capture = z.object({
    id: z.string(),
    status: z.string(),
    amount,
    final_capture: z.boolean().optional(),
    create_time: time,
});

const link = z.object({ rel: z.string(), href: z.string() });

const refund = z.object({
    id: z.string(),
    status: z.string(),
    amount,
    custom_id: z.string().optional(),
    create_time: time,
    links: z.array(link).default([]),
});

export const orderShape = z.object({
    id: z.string(),
    status: z.string(),
    purchase_units: z
        .array(
            z.object({
                custom_id: z.string().optional(),
                amount,
                payments: z
                    .object({
                        authorizations: z.array(authorization).default([]),
                        captures: z.array(capture).default([]),
                        refunds: z.array(refund).default([]),
                    })
                    .optional(),
            }),
        )
        .min(1),
    links: z.array(link).default([]),
});

export const disputesShape = z.object({
    items: z
        .array(
            z.object({
                dispute_id: z.string(),
                status: z.string(),
                dispute_amount: amount,
                create_time: time,
                update_time: time.optional(),
                dispute_outcome: z.object({ outcome_code: z.string() }).optional(),
            }),
        )
        .default([]),
});

export const transactionsShape = z.object({
    total_pages: z.number().int().default(1),
    transaction_details: z
        .array(
            z.object({
                transaction_info: z.object({
                    transaction_id: z.string(),
                    paypal_reference_id: z.string().optional(),
                    transaction_event_code: z.string(),
                    transaction_status: z.string(),
                    transaction_initiation_date: z.string(),
                    transaction_amount: amount,
                    custom_field: z.string().optional(),
                }),
            }),
        )
        .default([]),
});

export const tokenShape = z.object({ access_token: z.string(), expires_in: z.number() });

export const errorShape = z.object({
    name: z.string(),
    message: z.string().default(''),
    details: z.array(z.object({ issue: z.string(), description: z.string().default('') })).default([]),
});

export const webhookShape = z.object({
    id: z.string(),
    event_type: z.string(),
    resource: z
        .object({
            id: z.string().optional(),
            custom_id: z.string().optional(),
            supplementary_data: z
                .object({ related_ids: z.object({ order_id: z.string().optional() }).optional() })
                .optional(),
            purchase_units: z.array(z.object({ custom_id: z.string().optional() })).optional(),
            disputed_transactions: z.array(z.object({ custom: z.string().optional() })).optional(),
        })
        .default({}),
});

export type PayPalOrder = z.output<typeof orderShape>;
export type PayPalDispute = z.output<typeof disputesShape>['items'][number];
export type PayPalTransaction = z.output<typeof transactionsShape>['transaction_details'][number];
